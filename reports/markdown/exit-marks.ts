/** Before what an exit code means: seen at a glance in a list of comments. */
export const exitMarks: Record<number, string> = { 0: '✅', 1: '❌', 3: '⚠️', 130: '⚠️' };
