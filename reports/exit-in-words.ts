/** What a run's exit code says, in words. */
export const exitInWords: Record<number, string> = {
  0: 'as declared',
  1: 'a requirement fails that is not declared to, or a declaration is out of date',
  3: 'no finding, but something could not be decided',
  130: 'ended before it was finished',
};
