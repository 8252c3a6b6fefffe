/**
 * Text that a target wrote, for a terminal: on one line, without anything that a terminal obeys or that reorders
 * or hides what is read (escape sequences, control and format characters, lone surrogates), and without commands for
 * whoever reads the log of a CI job.
 */
export function plain(text: string): string {
  return visible(text).replace(ciCommand, '$1 ');
}

/** The same where no log is written that anybody takes commands from. */
export function visible(text: string): string {
  return text
    .replace(ansiSequence, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '');
}

/** The same for text of ours that may quote a target: keeps line ends and indentation. */
export function plainLines(text: string): string {
  return text.replace(/^( *)(.*)$/gm, (_line, indent: string, rest: string) => indent + plain(rest));
}

/**
 * What CI services take for a command in a log: `::name::` where a line begins, as a word of ours may once it is wrapped,
 * and `##[name]`, `##vso[name]`, `##teamcity[name]` anywhere. A space between the two signs takes that from it.
 */
const ciCommand = /((?<!\S):(?=:[a-z-]+(?:\s|::))|#(?=#\w*\[))/gi;

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const ansiSequence = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
