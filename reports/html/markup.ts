import { inHtml } from '../../connection/in-html.js';

/** HTML that is built, not concatenated: text becomes markup in this file and nowhere else. */
export class Html {
  constructor(readonly text: string) {}

  /** As it will be in the file, in bytes. */
  get bytes(): number {
    return Buffer.byteLength(this.text);
  }
}

export type Part = Html | string | number | readonly Part[];

/** Nothing; for what is shown at times only. */
export const nothing = new Html('');

/**
 * Markup with values in it: html`<a href="${href}">${text}</a>`. Every value is escaped unless it was built here too.
 * Attributes must stand in double quotes, which is checked, because only there is an escaped value safe. Line ends and
 * indentation of the template are not part of what is written.
 */
export function html(template: TemplateStringsArray, ...values: readonly Part[]): Html {
  const [first = '', ...rest] = chunksOf(template);
  return new Html(first + rest.map((chunk, index) => written(values[index] ?? '') + chunk).join(''));
}

/** Parts in a row, with text between them. */
export function joined(parts: readonly Part[], separator = ''): Html {
  return new Html(parts.map(written).join(escaped(separator)));
}

const templates = new WeakMap<TemplateStringsArray, string[]>();

function chunksOf(template: TemplateStringsArray): string[] {
  const known = templates.get(template);
  if (known !== undefined) return known;
  // Between words a line end is a space.
  const chunks = template.map((chunk) =>
    chunk.replace(/(?<=[^\s>])\n\s*(?=[^\s<])/g, ' ').replace(/\n\s*/g, ''),
  );
  for (const chunk of chunks.slice(0, -1))
    if (/=\s*$/.test(chunk)) throw new Error(`an attribute without quotes: ${chunk.slice(-40)}`);
  templates.set(template, chunks);
  return chunks;
}

function written(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'number') return String(part);
  return typeof part === 'string' ? escaped(part) : part.map(written).join('');
}

function escaped(text: string): string {
  return inHtml(visible(text));
}

/** Control and format characters, which hide or reorder what is read, written out: `\u{202e}`. */
export function visible(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(
      /[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu,
      (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
    );
}

/** The beginning of a long text, and how much of it is not shown. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit)} … (${text.length - limit} more characters)`;
}

/** The same by what it takes once written: characters that are escaped take more room. */
export function shortenedTo(bytes: number, text: string): string {
  let limit = bytes;
  while (html`${text.slice(0, limit)}`.bytes > bytes) limit = Math.floor(limit / 2);
  return shortened(text, limit);
}
