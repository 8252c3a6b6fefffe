import { hostOf } from '../../../fixtures/server/landed-at.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyNotRedirected } from '../../verify/no-redirect.js';
import { verifyNoTarget } from '../../verify/no-target.js';

test(
  'javascript, data, file, vbscript and blob URIs are never used as redirect target',
  requirement({
    level: 'MUST NOT',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 6749 §10.14', 'RFC 6749 §3.1.2', 'RFC 6749 §3.1.2.4'],
    attack: 'Scripts of the attacker run in the origin of the server, and read the code.',
    threats: ['RFC 9700 §4.1.1'],
    tested:
      'Sends requests with a javascript:, data:, vbscript:, file: or blob: redirect_uri and looks for it as a target of the redirect and of every page shown.',
    fix: 'Compare redirect_uri with the registered ones, register https and private-use schemes only, and never link to a URI that was not found among them.',
    needs: ['as.code'],
    negative: true,
    control: 'server/authz-request/request-accepted',
  }),
  async ({ server, judge }) => {
    const host = hostOf(server.client.redirectUris[0] ?? '');
    const values = [
      `javascript:alert(1)//${host}`,
      `jAvAsCrIpT:alert(1)//${host}`,
      `java\tscript:alert(1)//${host}`,
      'data:text/html,x',
      'dAtA:text/html,x',
      'da\tta:text/html,x',
      'vbscript:x',
      'file:///x',
      'blob:https://evil.test/x',
    ];
    for (const redirect_uri of values) {
      await judge.variant(redirect_uri.replace('\t', '%09'), () =>
        verifyNotRedirected(server, judge, server.authorizationRequest({ redirect_uri }), {
          watch: (landing) => verifyNoTarget(judge, landing, redirect_uri),
        }),
      );
    }
  },
);
