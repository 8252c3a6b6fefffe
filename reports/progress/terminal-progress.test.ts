import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { TerminalProgress } from './terminal-progress.js';

const clear = '\u001b[K';

function shownOn(t: TestContext, columns: number): { progress: TerminalProgress; written: string[] } {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const written: string[] = [];
  const progress = new TerminalProgress(
    (text) => written.push(text),
    () => columns,
  );
  return { progress, written };
}

test('one line is written over and over, and is gone in the end', (t) => {
  const { progress, written } = shownOn(t, 80);
  progress.began({ requirements: 2, subjects: 1, workers: 1 });
  progress.started({ id: 'server/a/b', subject: 'x' });
  t.mock.timers.tick(100);
  progress.decided({ id: 'server/a/b', subject: 'x', verdict: 'fail', finding: true, durationMs: 1 });
  progress.started({ id: 'server/a/c', subject: 'x' });
  t.mock.timers.tick(100);
  progress.ended();
  assert.deepEqual(written, [
    `\r0/2${clear}`,
    `\r0/2 server/a/b${clear}`,
    `\r1/2 (1 fail) server/a/c${clear}`,
    `\r${clear}`,
  ]);
  t.mock.timers.tick(1000);
  assert.equal(written.length, 4);
});

test('nothing is written where nothing changed, however often it is looked', (t) => {
  const { progress, written } = shownOn(t, 80);
  t.mock.timers.tick(1000);
  assert.deepEqual(written, []);
  progress.began({ requirements: 2, subjects: 1, workers: 1 });
  for (let count = 0; count < 50; count++) progress.started({ id: `server/a/${count}`, subject: 'x' });
  assert.equal(written.length, 1);
  t.mock.timers.tick(1000);
  assert.equal(written.length, 2);
});

test('the line fits the terminal, since a broken one could not be written over', (t) => {
  const { progress, written } = shownOn(t, 12);
  progress.began({ requirements: 2, subjects: 1, workers: 1 });
  progress.started({ id: 'server/code/single-use', subject: 'x' });
  t.mock.timers.tick(100);
  assert.equal(written.at(-1), `\r0/2 server/${clear}`);
});

test('what a person is told stands above the line, which comes again', (t) => {
  const { progress, written } = shownOn(t, 80);
  progress.began({ requirements: 2, subjects: 1, workers: 1 });
  progress.told('Log in\u001b[31m now.');
  t.mock.timers.tick(100);
  assert.deepEqual(written.slice(1), [`\r${clear}Log in now.\n`, `\r0/2${clear}`]);
});
