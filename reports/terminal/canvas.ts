import picocolors from 'picocolors';
import { wrap } from './wrap.js';

type Colors = ReturnType<typeof picocolors.createColors>;
export type Paint = (text: string) => string;

/** Where a terminal report is drawn: knows the width and whether there are colors. */
export class Canvas {
  readonly paint: Colors;
  readonly #lines: string[] = [];
  readonly #width: number;

  constructor(columns: number, colors: boolean) {
    this.paint = picocolors.createColors(colors);
    // Longer lines are hard to read, shorter ones leave no room beside the labels.
    this.#width = Math.min(Math.max(columns, 60), 110);
  }

  blank(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  /** A line as it is: for what must be copied in one piece. */
  raw(text: string, indent = 0): void {
    this.#lines.push(' '.repeat(indent) + text);
  }

  heading(text: string): void {
    this.blank();
    this.raw(this.paint.bold(text.toUpperCase()), 2);
  }

  /** Wrapped text. */
  text(text: string, indent: number, paint: Paint = String): void {
    for (const line of wrap(text, this.#width - indent)) this.raw(paint(line), indent);
  }

  /** A dim label in a column of its own, and wrapped text beside it. */
  field(label: string, text: string, { indent, column, paint = String }: FieldStyle): void {
    const [first = '', ...rest] = wrap(text, Math.max(30, this.#width - indent - column));
    this.raw(this.paint.dim(label.padEnd(column)) + paint(first), indent);
    for (const line of rest) this.raw(paint(line), indent + column);
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}

export interface FieldStyle {
  indent: number;
  /** Width of the label's column. */
  column: number;
  paint?: Paint;
}
