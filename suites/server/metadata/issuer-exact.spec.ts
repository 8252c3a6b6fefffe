import { isLoopbackHost } from '../../../connection/loopback.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { shapeOf } from '../../verify/token-response.js';

function verifyIssuer(judge: Judge, issuer: unknown, configured: string | undefined): void {
  const expected = `issuer "${configured}", as the subject file has it`;
  if (typeof issuer !== 'string') judge.fail({ expected, received: shapeOf(issuer) });
  const received = `"${issuer}"`;
  if (issuer !== configured) judge.fail({ expected, received });
  if (!URL.canParse(issuer)) judge.fail({ expected: 'issuer, a URL', received });
  const { protocol, hostname } = new URL(issuer);
  if (/[?#]/.test(issuer)) judge.fail({ expected: 'issuer without query and fragment', received });
  if (protocol === 'https:') return;
  if (protocol !== 'http:' || !isLoopbackHost(hostname))
    judge.fail({ expected: 'issuer with scheme https', received });
  judge.note(`issuer ${issuer} uses http, which is for loopback only`);
}

test(
  'Published issuer equals, byte for byte, the identifier the document was fetched for',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 8414 §2', 'RFC 8414 §3.3', 'RFC 9207 §2', 'OIDC Discovery §4.3'],
    attack: 'A document can speak for another issuer, so that clients talk to the wrong server (mix-up).',
    threats: ['RFC 9700 §4.4'],
    tested:
      'Compares the issuer of each document with the configured one, without normalising, and parses it.',
    fix: 'Publish one issuer identifier, the very string that clients configure: same case, port and trailing slash everywhere.',
    needs: ['as.document'],
    negative: false,
  }),
  async ({ server, judge }) => {
    for (const { url, document } of server.facts.discovery) {
      if (document === undefined) continue;
      await judge.variant(new URL(url).pathname, async () =>
        verifyIssuer(judge, document.issuer, server.facts.issuer),
      );
    }
  },
);
