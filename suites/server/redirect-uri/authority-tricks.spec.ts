import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { hierarchicalRedirect, verifyVariantsRefused } from '../../verify/redirect-uri-variants.js';

const evil = 'evil.test';

test(
  'Host look-alikes built from user-info, suffix, backslash, encoding or subdomain are refused',
  requirement({
    level: 'MUST NOT',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 9700 §4.1.1', 'RFC 9700 §4.1.3', 'RFC 3986 §6.2.1'],
    attack: 'URLs that two parsers read differently take the code to a host of the attacker.',
    threats: [
      'RFC 9700 §4.1.1',
      'RFC 9700 §4.11.2',
      'RFC 6819 §4.2.3',
      'RFC 6819 §4.2.4',
      'RFC 6819 §4.4.1.4',
      'RFC 6819 §4.4.1.7',
    ],
    tested: 'Sends requests with redirect URIs whose authority looks like the registered one and is another.',
    fix: 'Compare redirect_uri with the registered ones as whole strings before any parser sees it.',
    needs: ['as.code'],
    negative: true,
    control: 'server/authz-request/request-accepted',
  }),
  async ({ server, judge }) => {
    const { scheme, host, port, path, query } = hierarchicalRedirect(server, judge);
    const ported = port === '' ? '' : `:${port}`;
    const standard = scheme === 'https' ? '443' : '80';
    const rest = `${path}${query}`;
    await verifyVariantsRefused(server, judge, {
      'user information': `${scheme}://${host}${ported}@${evil}${rest}`,
      'a suffix': `${scheme}://${host}.${evil}${ported}${rest}`,
      'a backslash': `${scheme}://${evil}\\@${host}${ported}${rest}`,
      'an encoded dot': `${scheme}://${host}%2e${evil}${ported}${rest}`,
      'a subdomain': `${scheme}://sub.${host}${ported}${rest}`,
      'user information with a port': `${scheme}://${host}:${port || standard}@${evil}${rest}`,
      'a fragment': `${scheme}://${evil}#@${host}${ported}${rest}`,
    });
  },
);
