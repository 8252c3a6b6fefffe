import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RequirementResult } from '../../fixtures/verdict/result.js';
import { sampleResult, sampleRun, sampleSubject } from '../../results/sample-results.js';
import { maxBytes } from './evidence-room.js';
import { page } from './page.js';
import { sampleExchange } from './sample-report.js';

const sentence = 'A sentence of the length that such a sentence has in the catalogue of requirements, or so.';

/** Fails in several variants, with as much evidence as a test may keep. */
function failing(id: string, text: string): RequirementResult {
  return sampleResult(id, {
    title: sentence,
    verdict: 'fail',
    clauses: ['RFC 6749 §4.1.2', 'RFC 9700 §2.1.1', 'OAuth 2.1 draft-16 §4.1.3'],
    threats: ['RFC 9700 §4.5', 'RFC 9700 §4.8'],
    attack: sentence,
    tested: sentence,
    fix: sentence,
    notes: [text],
    findings: [0, 1, 2, 3, 4].map((index) => ({
      verdict: 'fail',
      expected: `${sentence} ${index}`,
      received: text,
      variant: `variant ${index}`,
      exchange: index,
    })),
    evidence: Array.from({ length: 12 }, () =>
      sampleExchange({ url: `http://127.0.0.1/${text}`, requestBody: text, responseBody: text }),
    ),
  });
}

function run(requirements: number, text: string) {
  const results = Array.from({ length: requirements }, (_one, index) =>
    failing(`server/area-${index % 20}/requirement-number-${index}`, text),
  );
  return sampleRun(
    ['first', 'second'].map((name) => sampleSubject(results, { name })),
    { exitCode: 1 },
  );
}

describe('the size of the report', () => {
  for (const [what, text] of Object.entries({
    plain: 'x'.repeat(2000),
    'that grow when escaped': '<&"\'>'.repeat(400),
    'that are written out': '\u202e\u0000'.repeat(1000),
  }))
    test(`300 requirements that fail on two subjects, with values ${what}, are less than a megabyte`, () => {
      const text_ = page(run(300, text));
      assert.ok(Buffer.byteLength(text_) < 1_000_000, `${Buffer.byteLength(text_)} bytes`);
      assert.equal(text_.match(/<details class="req"/g)?.length, 300);
      assert.equal(text_.match(/<section class="res"/g)?.length, 600);
      assert.ok(text_.includes('The exchange is in results.json'));
    });

  test('what there is room for is shown, the weightiest first', () => {
    const small = page(run(1, 'short'));
    assert.match(small, /<ol class="seq/);
    assert.doesNotMatch(small, /exchange is in results|messages are in results/);
    const large = run(120, 'x'.repeat(2000));
    const [first] = large.subjects;
    const critical = first?.requirements.at(-1) as RequirementResult;
    Object.assign(critical, { severity: 'critical' });
    const text = page(large);
    assert.ok(Buffer.byteLength(text) > 0.9 * maxBytes);
    const card = text.slice(text.indexOf(`<details class="req" id="${critical.id}"`));
    const own = card.slice(0, card.indexOf('<details class="req"', 1));
    assert.ok(own.includes('<ol class="seq'), 'the critical finding has its exchange');
    assert.ok(text.includes('The exchange is in results.json'));
  });
});
