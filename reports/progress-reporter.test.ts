import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const reporter = JSON.stringify(new URL('progress-reporter.js', import.meta.url).href);
const teller = JSON.stringify(new URL('../fixtures/drivers/tell.js', import.meta.url).href);

/** What a reporter writes for the person, when a worker has written what `source` does. */
function shownFor(source: string): string {
  const worker = `import { tell } from ${teller}; ${source}`;
  const { stdout: output } = node(worker);
  const { output: streams } = node(
    `import Reporter from ${reporter}; new Reporter().onStdOut(Buffer.from(${JSON.stringify(output)}));`,
  );
  return String(streams[3]);
}

function node(source: string) {
  return spawnSync(process.execPath, ['--input-type=module', '--eval', source], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
}

test('what a worker tells the person is passed on, also where no progress is shown', () => {
  assert.equal(
    shownFor("tell('Configure:\\n  issuer: a'); tell('Begin.');"),
    'Configure:\n  issuer: a\nBegin.\n',
  );
});

test('what it writes otherwise is not', () => {
  assert.equal(shownFor("console.log('noise');"), '');
});

test('a text cannot steer the terminal', () => {
  assert.equal(shownFor("tell('a\\u001b[2Jb\\u202e');"), 'ab\n');
});
