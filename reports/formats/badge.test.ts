import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio/slim';
import { validateXML } from 'xmllint-wasm';
import { sampleRun } from '../../results/sample-results.js';
import { sampleOptions } from '../sample-options.js';
import { everyStanding, hostile, hostileTexts, withoutFile } from '../sample-subjects.js';
import { badge } from './badge.js';

const red = [everyStanding(), withoutFile()];
const states = [
  { exitCode: 0, subjects: [], text: 'as declared' },
  { exitCode: 1, subjects: [withoutFile()], text: '1 finding' },
  // Three that fail, one that is stale, one that is expired; and the other subject's.
  { exitCode: 1, subjects: red, text: '6 findings' },
  { exitCode: 3, subjects: [], text: 'undecided' },
  { exitCode: 130, subjects: red, text: 'interrupted' },
];

function drawn(exitCode: number, subjects = red): string {
  return badge.render(sampleRun(subjects, { exitCode }), sampleOptions);
}

test('it says what the run came to, to those who cannot see it too', () => {
  for (const { exitCode, subjects, text } of states) {
    const $ = load(drawn(exitCode, subjects), { xml: true });
    assert.equal($('svg > title').text(), `proofkey: ${text}`);
    assert.equal($('svg').attr('aria-label'), `proofkey: ${text}`);
    assert.deepEqual(
      $('text')
        .toArray()
        .map((element) => $(element).text()),
      ['proofkey', text],
    );
  }
});

test('it is well-formed, also when a target wishes otherwise', async () => {
  const drawings = [
    ...states.map(({ exitCode, subjects }) => drawn(exitCode, subjects)),
    ...hostileTexts.map((text) => drawn(1, [hostile(text)])),
  ];
  const xml = drawings.map((contents, index) => ({ fileName: `${index}.svg`, contents }));
  const { valid, rawOutput } = await validateXML({ xml, normalization: 'format' });
  assert.ok(valid, rawOutput);
  assert.ok(!drawings.join('').includes('evil'));
});

test('its words fit into their fields, and its fields into the image', () => {
  for (const { exitCode, subjects } of states) {
    const $ = load(drawn(exitCode, subjects), { xml: true });
    const number = (selector: string, name: string) => Number($(selector).attr(name));
    const width = number('svg', 'width');
    assert.deepEqual([number('svg', 'height'), $('svg').attr('viewBox')], [20, `0 0 ${width} 20`]);
    const right = 'rect:nth-of-type(2)';
    assert.equal(number('rect', 'width'), number(right, 'x'));
    assert.equal(number(right, 'x') + number(right, 'width'), width);
    assert.ok(number('text', 'textLength') < number('rect', 'width'));
    assert.ok(number('text:nth-of-type(2)', 'textLength') < number(right, 'width'));
  }
});

test('white words are readable on every color', () => {
  const colors = states.map(
    ({ exitCode }) => load(drawn(exitCode), { xml: true })('rect:nth-of-type(2)').attr('fill') ?? '',
  );
  assert.equal(new Set(colors).size, 4);
  for (const color of colors) assert.ok(1.05 / (luminance(color) + 0.05) >= 4.5, color);
});

/** Relative luminance of `#rrggbb`, by WCAG 2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[0-9a-f]{2}/g) ?? []).map((hex) => {
    const share = Number.parseInt(hex, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
