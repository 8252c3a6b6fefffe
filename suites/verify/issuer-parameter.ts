import type { ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';

/** Exactly one `iss`, byte for byte the issuer of the metadata (RFC 9207 §2). */
export function verifyIssuer({ facts }: ServerUnderTest, judge: Judge, response: URLSearchParams): void {
  const published = facts.metadata.issuer;
  const received = response.getAll('iss');
  if (received.length === 1 && received[0] === published) return;
  const what = received.length === 0 ? 'no iss' : `iss=${received.join(' and iss=')}`;
  judge.fail({ expected: `iss=${published}, once`, received: what });
}
