import { parse } from '@babel/parser';

export interface ParseTask {
  text: string;
  /** With JSX or without, as the file's name says; in this order where it does not. */
  jsx: readonly boolean[];
}

export type Program = ReturnType<typeof parse>['program'];

interface Place {
  line: number;
  /** 1-based. */
  column: number;
}

export type ParseAnswer =
  /** `broken`: the first error that was passed over. */
  { program: Program; broken?: Place } | { wrong: 'syntax'; place: Place } | { wrong: 'depth' };

/** The tree, or why there is none. May take exponential time and all of the stack: for a thread of its own. */
export function parseText({ text, jsx }: ParseTask): ParseAnswer {
  // A fragment such as `connection: { … }` or `{ … }` is no program, but it is part of one.
  const texts = [text, `({${text}\n})`, `(${text}\n)`];
  let first: ParseAnswer | undefined;
  for (const part of texts) {
    for (const withJsx of jsx) {
      const answer = attempt(part, withJsx);
      if ('program' in answer && answer.broken === undefined) return answer;
      first ??= answer;
    }
  }
  return first ?? { wrong: 'depth' };
}

function attempt(text: string, jsx: boolean): ParseAnswer {
  try {
    const { program, errors } = parse(text, {
      sourceType: 'module',
      errorRecovery: true,
      attachComment: false,
      allowAwaitOutsideFunction: true,
      allowReturnOutsideFunction: true,
      allowImportExportEverywhere: true,
      allowUndeclaredExports: true,
      plugins: [
        'typescript',
        'decorators',
        'explicitResourceManagement',
        'decoratorAutoAccessors',
        ...(jsx ? ['jsx' as const] : []),
      ],
    });
    const [error] = errors ?? [];
    return error === undefined ? { program } : { program, broken: placeOf(error) };
  } catch (error) {
    if (error instanceof RangeError) return { wrong: 'depth' };
    return { wrong: 'syntax', place: placeOf(error) };
  }
}

function placeOf(error: unknown): Place {
  const { line, column } = (error as { loc?: Place }).loc ?? { line: 1, column: 0 };
  return { line, column: column + 1 };
}
