import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readCatalogue } from '../catalogue.js';
import { clauseLink } from '../clause-link.js';
import { notCovered, type ThreatId, threats } from '../threats.js';

const catalogue = readCatalogue();
const ids = Object.keys(threats) as ThreatId[];
const covered = new Set(catalogue.flatMap((entry) => entry.threats));

const otherDocument = 'a threat of another document (RFC 6749 §10.14, RFC 7009 §5, the Fetch standard)';
const availability = 'what is lost is availability or the session, and no section of the two is about it';
const misreading = 'what is lost is the truth about success or failure; no attacker is needed for it';

/** Critical and high negative requirements that name no threat, and why. */
const withoutThreat: Record<string, string> = {
  'client/code/redeemed-once': availability,
  'client/profile/refused-code': misreading,
  'client/profile/refused-refresh': misreading,
  'client/refresh/401-no-loop': availability,
  'client/refresh/invalid-grant': availability,
  'client/refresh/transient-keeps': availability,
  'client/token/missing-access-token': misreading,
  'client/token/type-rejected': misreading,
  'connection/errors/status': misreading,
  'server/cors/no-credentialed-reflection': otherDocument,
  'server/injection/crlf': otherDocument,
  'server/injection/reflected-html': otherDocument,
  'server/revocation/auth-required': otherDocument,
  'server/revocation/foreign-client': otherDocument,
};

describe('threats', () => {
  test('every critical or high negative requirement names one, or is known to have none', () => {
    const grave = catalogue.filter(
      ({ negative, severity }) => negative && ['critical', 'high'].includes(severity),
    );
    const silent = grave.filter((entry) => entry.threats.length === 0).map(({ id }) => id);
    assert.deepEqual(silent, Object.keys(withoutThreat));
  });

  test('those that no requirement covers are the ones that have a reason', () => {
    const open = ids.filter((id) => !covered.has(id));
    assert.deepEqual(open.sort(), Object.keys(notCovered).sort());
    for (const [id, reason] of Object.entries(notCovered)) assert.match(reason, /^[A-Z].{20,}\.$/, id);
  });

  test('each has a section that can be opened', () => {
    for (const id of ids) assert.match(clauseLink(id) ?? '', /^https:.*#section-4(\.\d+)+$/, id);
    assert.equal(ids.filter((id) => id.startsWith('RFC 9700 ')).length, 22);
    assert.equal(ids.filter((id) => id.startsWith('RFC 6819 ')).length, 50);
  });
});

for (const { id, attack, threats: named } of catalogue) {
  test(`${id} names its threats once, in the order of their sections`, () => {
    assert.deepEqual(
      named,
      ids.filter((threat) => named.includes(threat)),
    );
    if (attack.startsWith('None: ')) assert.deepEqual(named, [], 'a positive control stops no attack');
  });
}
