import { plain } from '../plain.js';

/** Characters of one text; whoever wants to read on has results.json. */
const shownAtMost = 2000;

/** Text of ours or of the user's own files within a paragraph: what GitHub's Markdown would take for markup is not. */
export function inline(text: string): string {
  return plain(text)
    .replaceAll('&', '&amp;')
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&')
    .replaceAll('@', '&#64;')
    .replaceAll('$', '&#36;');
}

/**
 * Text that a target wrote, as code: no markup, no link, no mention. Longer than any run of backticks within, so that
 * it cannot end the code.
 */
export function code(text: string): string {
  const shown = clipped(plain(text).trim());
  if (shown === '') return '*(empty)*';
  const fence = '`'.repeat(longestRun(shown) + 1);
  const space = /^`|`$/.test(shown) ? ' ' : '';
  return `${fence}${space}${shown}${space}${fence}`;
}

/** The same within a row of a table, where a bar would end the cell even in code. */
export function codeInTable(text: string): string {
  return code(text).replaceAll('|', '\\|');
}

/** Lines as a block of their own, which none of them can close. */
export function block(language: string, lines: readonly string[]): string {
  const shown = lines.map(plain).join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

function clipped(text: string): string {
  return text.length > shownAtMost ? `${text.slice(0, shownAtMost)}…` : text;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
