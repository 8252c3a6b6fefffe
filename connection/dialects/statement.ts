import { shown } from './names.js';

/** What an import says beside the manifest: nothing is dropped or made up silently. */
export interface Remark {
  /** Field of the other notation, as `auth.tokenUrl`, or what the remark is about in words. */
  about: string;
  /** 1-based; known for source text only. */
  line?: number;
  /** Id of the connection concerned, where the file has several. */
  connection?: string;
  /** What, why, and what to write instead. */
  message: string;
}

/** Collects remarks while a file is read. */
export class Statement {
  readonly notCarriedOver: Remark[];
  readonly assumed: Remark[];
  readonly #connection: string | undefined;

  constructor(within?: Statement, connection?: string) {
    this.notCarriedOver = within?.notCarriedOver ?? [];
    this.assumed = within?.assumed ?? [];
    this.#connection = connection;
  }

  /** The same collection, its remarks marked as being about one connection. */
  of(connection: string): Statement {
    return new Statement(this, connection);
  }

  lost(about: string, message: string, line?: number): void {
    this.notCarriedOver.push(this.#remark(about, message, line));
  }

  assume(about: string, message: string, line?: number): void {
    this.assumed.push(this.#remark(about, message, line));
  }

  /** Takes over what was said apart, of one connection where there are several. */
  include({ notCarriedOver, assumed }: Statement, connection?: string): void {
    const label = connection === undefined ? {} : { connection };
    this.notCarriedOver.push(...notCarriedOver.map((remark) => ({ ...remark, ...label })));
    this.assumed.push(...assumed.map((remark) => ({ ...remark, ...label })));
  }

  #remark(about: string, message: string, line: number | undefined): Remark {
    return {
      about,
      message,
      ...(line === undefined ? {} : { line }),
      ...(this.#connection === undefined ? {} : { connection: this.#connection }),
    };
  }
}

/** `github: auth.scopes (line 7): message`. */
export function formatRemark({ about, line, connection, message }: Remark): string {
  const place = line === undefined ? about : `${about} (line ${line})`;
  return `${connection === undefined ? '' : `${shown(connection)}: `}${place}: ${message}`;
}
