import { parse } from 'yaml';

/** One line of a YAML file that people read. */
export interface Line {
  /** Spaces before it, in steps of two. */
  depth: number;
  text: string;
  /** What the field is for. */
  comment?: string;
  /** A field that is left out: it stands there as a comment, ready to be used. */
  unused?: boolean;
}

/** Where comments begin, if the line is short enough. */
const commentColumn = 46;

export function field(depth: number, text: string, comment?: string): Line {
  return { depth, text, ...(comment === undefined ? {} : { comment }) };
}

export function unused(depth: number, text: string, comment: string): Line {
  return { depth, text, comment, unused: true };
}

export function rendered(lines: readonly Line[]): string {
  return `${lines.map(renderedLine).join('\n')}\n`;
}

function renderedLine({ depth, text, comment, unused: left }: Line): string {
  if (text === '' && comment === undefined) return '';
  const line = `${'  '.repeat(depth)}${left ? '# ' : ''}${text}`;
  return comment === undefined ? line : `${line.padEnd(commentColumn - 2)}  # ${comment}`;
}

/** A text as a value within `[ ]` and `{ }` too: quoted unless it means itself without quotes. */
export function value(text: string): string {
  const simple =
    /^[A-Za-z0-9./][A-Za-z0-9/._+-]*$/.test(text) || /^https?:\/\/[A-Za-z0-9.:/_-]*[A-Za-z0-9/]$/.test(text);
  return simple && parse(text) === text ? text : JSON.stringify(text);
}

export function values(texts: readonly string[]): string {
  return `[${texts.map(value).join(', ')}]`;
}

/** A reference to an environment variable. */
export function reference(variable: string): string {
  return `"\${${variable}}"`;
}
