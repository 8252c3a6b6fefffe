/**
 * Text that a target wrote, for a terminal: on one line, without anything that a terminal obeys or that reorders
 * or hides what is read (escape sequences, control and format characters, lone surrogates).
 */
export function plain(text: string): string {
  return text
    .replace(ansiSequence, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '');
}

/** The same for text of ours that may quote a target: keeps line ends and indentation. */
export function plainLines(text: string): string {
  return text.replace(/^( *)(.*)$/gm, (_line, indent: string, rest: string) => indent + plain(rest));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const ansiSequence = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
