/**
 * Parses in a thread of its own: the parser needs exponential time for some nested generics, and only a thread can be
 * ended. The tree goes back as plain data.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { type ParseAnswer, type ParseTask, parseText } from './parse-text.js';

const answer = parseText(workerData as ParseTask);
try {
  parentPort?.postMessage(answer);
} catch {
  // The tree is copied by recursion too.
  parentPort?.postMessage({ wrong: 'depth' } satisfies ParseAnswer);
}
