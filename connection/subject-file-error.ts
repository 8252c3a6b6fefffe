/** What is wrong in a subject file, said so that it can be put right without reading our code. */

/** Keys and list indexes from the top of the file. */
export type Path = readonly (string | number)[];

export interface Problem {
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  /** As `connection.auth.scopes[0]`; empty for the file as a whole. */
  path: string;
  /** What is wrong, why it matters, what to write instead. Never holds the value of a secret. */
  message: string;
}

/** More than anyone reads; a machine takes `problems`. */
const shownAtMost = 100;

/** Thrown for everything that is wrong with a subject file; its message is meant for the user as it stands. */
export class SubjectFileError extends Error {
  override readonly name = 'SubjectFileError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
    const lines = sorted.slice(0, shownAtMost).map(formatProblem);
    if (sorted.length > shownAtMost) lines.push(`… and ${sorted.length - shownAtMost} more`);
    super(lines.join('\n'));
    this.problems = sorted;
  }
}

/** `subject.yaml:12:5 connection.auth.tokenUrl: message`. */
export function formatProblem(problem: Problem): string {
  const path = problem.path === '' ? '' : ` ${problem.path}`;
  return `${problem.file}:${problem.line}:${problem.column}${path}: ${problem.message}`;
}

/** `location` is `file:line:column`, as `LoadedSubject.locate` gives it. */
export function problemAt(location: string, path: Path, message: string): Problem {
  const parts = /^(.*):(\d+):(\d+)$/s.exec(location);
  if (parts === null) throw new TypeError(`not a location: ${location}`);
  return {
    file: parts[1] ?? '',
    line: Number(parts[2]),
    column: Number(parts[3]),
    path: formatPath(path),
    message,
  };
}

export function formatPath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    if (!/^[\w-]+$/.test(step)) return `${text}[${quote(step)}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** Text from the file, for a message: short, on one line, and unable to steer a terminal. */
export function quote(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return JSON.stringify(shown).replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
