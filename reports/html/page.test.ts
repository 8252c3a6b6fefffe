import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { load } from 'cheerio/slim';
import { mapTexts } from '../../connection/environment-references.js';
import type { RunResults } from '../../results/run-results.js';
import { sampleResult, sampleRun, sampleSubject } from '../../results/sample-results.js';
import { page } from './page.js';
import { sampleExchange, sampleReport, sampleServer } from './sample-report.js';

const one = (changes = {}): RunResults => sampleRun([sampleServer(changes)], { exitCode: 1 });

describe('the report page', () => {
  test('every requirement stands in it once, findings first and the weightiest on top', () => {
    const $ = load(page(one()));
    const ids = $('.req')
      .toArray()
      .map((card) => $(card).attr('id'));
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(ids.length, 8);
    assert.deepEqual(ids.slice(0, 2), ['server/code/single-use', 'connection/endpoints/token']);
    assert.match($('.todo').text(), /A code can be redeemed once only/);
  });

  test('the text of a requirement is written once, its results on several subjects beneath it', () => {
    const $ = load(page(sampleReport()));
    const card = $('[id="server/code/single-use"]');
    assert.equal(card.find('.about').length, 1);
    assert.deepEqual(
      card
        .find('.res')
        .toArray()
        .map((result) => $(result).attr('id')),
      ['first-server:server/code/single-use', 'second-server:server/code/single-use'],
    );
  });

  test('expected and received stand side by side and are labelled, variants together', () => {
    const card = load(page(one()))('[id="server/code/single-use"]');
    assert.equal(card.find('.sides').length, 1);
    assert.equal(card.find('.expected').text(), 'Expected400 with error=invalid_grant and no access_token');
    assert.equal(card.find('.received').text(), 'Received200 with an access token');
    assert.equal(card.find('.variants').text(), '2 variants: first; second');
  });

  test('the exchange has the lanes that occur, and marks what decided in words', () => {
    const $ = load(page(one()));
    const card = $('[id="server/code/single-use"]');
    assert.deepEqual(
      card
        .find('.lanes span')
        .toArray()
        .map((lane) => $(lane).text()),
      ['user agent', 'client', 'authorization server', 'resource server'],
    );
    assert.deepEqual(
      card
        .find('.mark')
        .toArray()
        .map((mark) => $(mark).text()),
      ['◆ deciding message: first', '◆ deciding message: second'],
    );
    assert.match(card.find('.seq').text(), /303 to https:\/\/evil\.example\/callback with code, state/);
    assert.match(card.find('.seq').text(), /client to authorization server: POST \/token/);
    assert.match(card.find('pre.command').text(), /^curl -i .*curl -i -X 'POST'/s);
  });

  test('long stretches in which nothing was decided are folded', () => {
    const evidence = Array.from({ length: 20 }, () => sampleExchange());
    const finding = { verdict: 'fail', expected: 'a', received: 'b' } as const;
    const findings = [5, 15].map((exchange) => ({ ...finding, exchange }));
    const result = sampleResult('server/a/b', { verdict: 'fail', evidence, findings });
    const $ = load(page(sampleRun([sampleSubject([result])])));
    const folds = $('.fold > summary')
      .toArray()
      .map((fold) => $(fold).text());
    assert.deepEqual(folds, ['2 more messages', '6 more messages', '4 more messages']);
    assert.equal($('.exchange > .seq > li').length, 8);
    assert.equal($('.exchange details[open]').length, 1, 'the first deciding message is open');
  });

  test('a field that drifts shows what each side says, and which is wrong', () => {
    const rows = load(page(one()))('.drift tr');
    assert.match(rows.text(), /Declared in the file\S+\/oauth\/token ✗ wrongAdvertised in metadata/);
    assert.match(rows.text(), /Observed on the wirenothing/);
  });

  test('declared, stale and skipped results say why', () => {
    const $ = load(page(one()));
    const text = (id: string) => $(`[id="${id}"]`).text();
    assert.match(
      text('server/code/known'),
      /Reason: ticket 4711 · Owner: identity · Until: 2099-01-01 · server.yaml:30:5/,
    );
    assert.match(text('server/pkce/stale'), /its verdict is pass: remove the entry/);
    assert.match(text('server/token/skipped'), /as\.revocation: no endpoint/);
    assert.match(
      text('server/code/rests'),
      /the control server\/code\/roundtrip failed after the test: no code came/,
    );
  });

  test('an expired entry is told with what to do', () => {
    const fails = [
      { id: 'server/pkce/required', until: '2020-01-01' },
      { id: 'server/no/row', until: '2020-01-01' },
    ];
    const $ = load(page(one({ fails })));
    const told = $('#stale-title').parent();
    assert.match(
      told.text(),
      /server\/pkce\/required.*Its entry was good until 2020-01-01: remove it, or agree/,
    );
    assert.equal(told.find('a[href="#server/no/row"]').length, 0, 'what is no part of the run has no place');
  });

  test('a threat names the requirements that cover it, and what is not covered is unknown', () => {
    const $ = load(page(one()));
    const threat = (anchor: string) => $(`[id="threat-${anchor}"]`).text();
    assert.match(threat('RFC-9700-4.5'), /open.*server\/code\/single-use/);
    assert.match(threat('RFC-9700-4.8'), /covered.*server\/pkce\/required pass/);
    assert.match(threat('RFC-9700-4.17'), /unknown.*not tested by this run/);
  });

  test('cells of the matrices lead to results', () => {
    const $ = load(page(sampleReport()));
    const links = $('.matrix td a')
      .toArray()
      .map((link) => $(link).attr('href')?.slice(1) ?? '');
    assert.ok(links.length >= 12, `${links.length}`);
    for (const anchor of links) assert.equal($(`[id="${anchor}"]`).length, 1, anchor);
    assert.match($('#profiles td').first().text(), /✗ 1 finding, 0 pass/);
    assert.equal($('#profiles td').first().find('a').attr('href'), '#subject-client-github');
  });

  test('every link inside the page leads somewhere', () => {
    for (const run of [one(), sampleReport()]) {
      const $ = load(page(run));
      for (const link of $('a[href^="#"]').toArray()) {
        const anchor = $(link).attr('href')?.slice(1);
        assert.equal($(`[id="${anchor}"]`).length, 1, anchor);
      }
    }
  });

  test('a green run says so', () => {
    const $ = load(page(sampleRun([sampleSubject([sampleResult('server/a/b')])])));
    assert.match($('.verdict').text(), /✓ As declaredExit code 0: as declared\./);
    assert.match($('#first-title').parent().text(), /Nothing\. No requirement fails/);
  });

  test('the same results give the same page', () => {
    assert.equal(page(sampleReport()), page(sampleReport()));
  });
});

describe('what a target wrote', () => {
  const hostile = [
    `"><script>window.pwned=1</script><img src=x onerror="window.pwned=1">`,
    `' onmouseover='window.pwned=1' style='x`,
    '</script></style></pre></details><iframe src="https://evil.example/">',
    'javascript:window.pwned=1',
    '<!--',
    'a\u202eb\u0000\u001b[31m\ud800',
    '\u2028`',
  ];

  for (const text of hostile)
    test(`is text only: ${JSON.stringify(text)}`, () => {
      const run = everywhere(sampleReport(), text);
      const $ = load(page(run));
      const clean = load(page(sampleReport()));
      assert.equal($('script').length, 1);
      assert.equal($('style').length, 1);
      assert.equal($('img, iframe, object, embed, svg, base').length, 0);
      assert.equal($('*').length > 0 && $('details.req').length, clean('details.req').length);
      for (const element of $('*').toArray())
        for (const name of Object.keys((element as { attribs?: object }).attribs ?? {}))
          assert.doesNotMatch(name, /^(on|style|src)/);
      for (const link of $('[href]').toArray())
        assert.match(
          $(link).attr('href') ?? '',
          /^(#|data:,$|https:\/\/(www\.rfc-editor\.org|datatracker\.ietf\.org|openid\.net)\/)/,
        );
      assert.doesNotMatch(page(run), /[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    });

  test('the policy lets nothing run or load but the style and script of the page itself', () => {
    const $ = load(page(one()));
    const hash = (selector: string) =>
      `'sha256-${createHash('sha256').update($(selector).text()).digest('base64')}'`;
    assert.equal(
      $('meta[http-equiv]').attr('content'),
      `default-src 'none'; style-src ${hash('style')}; script-src ${hash('script')}; img-src data:; base-uri 'none'; form-action 'none'`,
    );
  });
});

/** Values that the report reads as words of its own, and nobody but the harness writes. */
const kept = new Set([
  'id',
  'verdict',
  'level',
  'severity',
  'tier',
  'from',
  'to',
  'when',
  'exitCode',
  'undeclared',
]);

/** With the text behind everything else that is written in the run. */
function everywhere(run: RunResults, text: string): RunResults {
  const subjects = run.subjects.map((subject) => ({
    ...subject,
    name: subject.name + text,
    file: text,
    diagnosis: [text],
    fails: subject.fails.map((entry) => ({ ...entry, reason: text, owner: text, until: text, place: text })),
    requirements: subject.requirements.map((result) => {
      const texts = mapTexts(result, (value) => value + text) as typeof result;
      const own = Object.entries(result).filter(([key]) => kept.has(key));
      const evidence = texts.evidence.map((one, index) => ({
        ...one,
        from: result.evidence[index]?.from ?? 'client',
        to: result.evidence[index]?.to ?? 'client',
      }));
      const findings = texts.findings.map((one, index) => ({
        ...one,
        verdict: result.findings[index]?.verdict ?? 'fail',
      }));
      return { ...texts, ...Object.fromEntries(own), evidence, findings };
    }),
  }));
  return { ...run, harness: [text], tool: { ...run.tool, version: text }, subjects };
}
