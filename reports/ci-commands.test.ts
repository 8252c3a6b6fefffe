import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio/slim';
import { visibleJson } from './visible-json.js';
import { element } from './xml.js';

/** What runners take for a command: GitHub's at the beginning of a line, the others' anywhere (actions/runner, ActionCommand). */
const obeyed = /^\s*::|##\w*\[/m;
const spoken = [
  '::stop-commands::x',
  'a\n  ::add-mask::y',
  '##[error]z',
  'b ##vso[task.setvariable]c',
  'd ::error::e',
];

test('in JSON and XML no CI system finds a command, and who reads them finds what was written', () => {
  for (const text of spoken) {
    const json = visibleJson(JSON.stringify([text], undefined, 2));
    assert.doesNotMatch(json, obeyed);
    assert.deepEqual(JSON.parse(json), [text]);
    const xml = element('a', { b: text }, [text]).text;
    assert.doesNotMatch(xml, obeyed);
    const $ = load(xml, { xml: true });
    assert.deepEqual([$('a').text(), $('a').attr('b')], [text, text]);
  }
});
