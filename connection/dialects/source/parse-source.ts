import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ImportError } from '../import-error.js';
import { refuseLarge } from '../parse-data.js';
import type { ParseAnswer, ParseTask, Program } from './parse-text.js';

export interface ParsedSource {
  program: Program;
  /** Line of the first syntax error, where the rest could be read all the same. */
  brokenLine?: number;
}

/** More than a megabyte of honest source text needs. */
const limitMilliseconds = 10_000;

/** JavaScript or TypeScript text as a syntax tree; nothing of it is run. Throws ImportError. */
export async function parseSource(
  file: string,
  text: string,
  limit: number = limitMilliseconds,
): Promise<ParsedSource> {
  refuseLarge(file, text, 'source');
  const answer = await inThread(
    { text, jsx: jsxByEnding[extname(file).toLowerCase()] ?? [false, true] },
    limit,
  );
  if ('program' in answer) {
    const { program, broken } = answer;
    return { program, ...(broken === undefined ? {} : { brokenLine: broken.line }) };
  }
  if (answer.wrong === 'time')
    throw new ImportError(
      `${file}: reading the source text took longer than ${limit / 1000} seconds, which only unusual nesting causes. ${ownFile}`,
    );
  if (answer.wrong === 'depth')
    throw new ImportError(`${file}: the source text is nested too deeply to be read. ${ownFile}`);
  const { line, column } = answer.place;
  throw new ImportError(
    `${file}:${line}:${column}: is not JavaScript or TypeScript from here on. Put the syntax right, or give the connection in a file of its own`,
  );
}

/** `<T>x` is a type assertion in one and an element in the other. */
const jsxByEnding: Readonly<Record<string, readonly boolean[]>> = {
  '.ts': [false],
  '.mts': [false],
  '.cts': [false],
  '.js': [true, false],
  '.jsx': [true],
  '.tsx': [true],
};

const ownFile = 'Give the connection in a file of its own';

function inThread(task: ParseTask, limit: number): Promise<ParseAnswer | { wrong: 'time' }> {
  // Beside this file, compiled or not.
  const program = new URL(`./parse-source-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(program, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
    // Flags of the host, such as those of a test runner, are none of its business.
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end({ wrong: 'time' }), limit);
    const end = (answer: ParseAnswer | { wrong: 'time' }): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(answer);
    };
    worker.once('message', end);
    worker.once('messageerror', () => end({ wrong: 'depth' }));
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return end({ wrong: 'depth' });
      clearTimeout(timer);
      reject(error);
    });
  });
}
