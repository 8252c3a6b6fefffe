import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCatalogue } from './catalogue.js';
import { clauseLink } from './clause-link.js';

const links: [string, string | undefined][] = [
  ['RFC 6749 §4.1.2', 'https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2'],
  ['RFC 6749 Appendix B', 'https://www.rfc-editor.org/rfc/rfc6749#appendix-B'],
  ['RFC 6585', 'https://www.rfc-editor.org/rfc/rfc6585'],
  [
    'OAuth 2.1 draft-16 §7.5.1',
    'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-16#section-7.5.1',
  ],
  ['OIDC Core §2', 'https://openid.net/specs/openid-connect-core-1_0.html#rfc.section.2'],
  ['Harness policy (one refresh, one retry)', undefined],
  ['RFC 6749 §4.1.2 and a script', undefined],
];

for (const [clause, link] of links)
  test(`${clause} leads to ${link}`, () => assert.equal(clauseLink(clause), link));

test('every clause of the catalogue has a link, but for what only Proofkey asks', () => {
  const clauses = new Set(readCatalogue().flatMap((entry) => entry.clauses));
  const unlinked = [...clauses].filter((clause) => clauseLink(clause) === undefined);
  assert.deepEqual(
    unlinked.filter((clause) => !/^(Harness policy|Connection manifest) \(/.test(clause)),
    [],
  );
});
