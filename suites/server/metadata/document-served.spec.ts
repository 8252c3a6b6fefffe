import { type DiscoveryAttempt, discover } from '../../../fixtures/server/discovery.js';
import { unique } from '../../../fixtures/server/pkce.js';
import { type Answer, jsonObject, mediaType } from '../../../fixtures/wire/transport.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';

const expected = '200 with Content-Type application/json and a JSON object at a well-known URL';

function described({ url, answer }: Pick<DiscoveryAttempt, 'url' | 'answer'>): string {
  const shape = jsonObject(answer) === undefined ? 'a body that is no JSON object' : 'a JSON object';
  return `${new URL(url).pathname} answers ${answer.status} ${mediaType(answer) || 'without Content-Type'} with ${shape}`;
}

/** A page for every unknown path counts as absent. */
function isCatchAll(answer: Answer, unknown: Answer): boolean {
  const shape = (one: Answer) => [one.status, mediaType(one), jsonObject(one) === undefined].join();
  return shape(answer) === shape(unknown);
}

test(
  'Discovery document is a JSON object delivered with status 200',
  requirement({
    level: 'SHOULD',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 8414 §3', 'RFC 8414 §3.2', 'OIDC Discovery §4.2', 'RFC 9700 §2.6'],
    attack: 'Clients fall back to endpoints typed by hand, which nobody verifies.',
    threats: [],
    tested:
      'Gets the oauth-authorization-server and openid-configuration URLs of the issuer, and a random name beside them for comparison.',
    fix: 'Serve the metadata document as application/json with status 200 at /.well-known/oauth-authorization-server.',
    needs: ['target.issuer'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const issuer = server.facts.issuer as string;
    const attempts = await discover(issuer, server.transport);
    const url = `${new URL(issuer).origin}/.well-known/${unique()}`;
    const unknown = await server.transport.send({
      method: 'GET',
      url,
      headers: { accept: 'application/json' },
    });
    const served = attempts.some(({ document }) => document !== undefined);
    const others = attempts.filter(({ document }) => document === undefined);
    if (served) return others.forEach((attempt) => void judge.note(described(attempt)));
    const misshapen = others.find(({ answer }) => answer.status === 200 && !isCatchAll(answer, unknown));
    if (misshapen !== undefined) judge.fail({ expected, received: described(misshapen) });
    const silent = others.find(({ answer }) => answer.status === 429 || answer.status >= 500);
    if (silent !== undefined) judge.inconclusive(expected, described(silent));
    judge.warn({ expected, received: others.map(described).join('; ') });
  },
);
