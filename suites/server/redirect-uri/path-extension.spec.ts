import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { beforeQuery, verifyVariantsRefused } from '../../verify/redirect-uri-variants.js';

const extensions = {
  'a further segment': '/evil',
  'dot segments': '/../evil',
  'encoded dot segments': '/%2e%2e/evil',
  'a path parameter': ';evil',
  'an empty segment': '//evil',
};

test(
  'Matching is not by prefix: extra path segments are refused',
  requirement({
    level: 'MUST NOT',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 9700 §2.1', 'RFC 9700 §4.1.3', 'RFC 6749 §3.1.2.3'],
    attack: 'The code is delivered to an open redirector or a folder of uploads on the host of the client.',
    threats: ['RFC 9700 §4.1.1', 'RFC 6819 §4.1.5'],
    tested:
      'Sends requests whose redirect_uri is the registered one with something more at the end of its path.',
    fix: 'Compare redirect_uri with the registered ones as whole strings, not by prefix and not after normalising.',
    needs: ['as.code'],
    negative: true,
    control: 'server/authz-request/request-accepted',
  }),
  async ({ server, judge }) => {
    const [base, query] = beforeQuery(server.client.redirectUris[0] ?? '');
    const variants = Object.entries(extensions).map(([name, more]) => [name, `${base}${more}${query}`]);
    await verifyVariantsRefused(server, judge, Object.fromEntries(variants));
  },
);
