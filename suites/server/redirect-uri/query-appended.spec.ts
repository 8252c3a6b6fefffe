import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyVariantsRefused } from '../../verify/redirect-uri-variants.js';

test(
  'Additional query parameters are refused',
  requirement({
    level: 'MUST NOT',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 9700 §2.1', 'RFC 9700 §4.1.3', 'RFC 6749 §3.1.2.3'],
    attack:
      "Parameters of the attacker steer the client's callback, for instance to redirect the code onwards.",
    threats: ['RFC 9700 §4.1.1', 'RFC 6819 §4.1.5'],
    tested: 'Sends requests whose redirect_uri is the registered one with a query parameter more.',
    fix: 'Compare redirect_uri with the registered ones as whole strings, the query included.',
    needs: ['as.code'],
    negative: true,
    control: 'server/authz-request/request-accepted',
  }),
  async ({ server, judge }) => {
    const registered = server.client.redirectUris[0] ?? '';
    const joined = registered.includes('?') ? `${registered}&` : `${registered}?`;
    await verifyVariantsRefused(server, judge, {
      'a parameter of its own': `${joined}next=https://evil.example`,
      'a parameter of the response': `${joined}code=attacker`,
    });
  },
);
