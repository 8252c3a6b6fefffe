import { press } from '../../../fixtures/server/sign-in.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { reachApproval } from '../../verify/approval-page.js';
import { verifyErrorResponse } from '../../verify/authorization-response.js';

test(
  'Refusal by the user is reported as access_denied with state',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.2.1'],
    attack: 'Clients wait for ever, or mistake refusal for success.',
    threats: [],
    tested: 'Logs in with a fresh browser and presses the button that refuses.',
    fix: 'Redirect with error=access_denied and the state when the resource owner refuses.',
    needs: ['as.code', 'cfg.login', 'cfg.consent'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const { request, userAgent, landing, login } = await reachApproval(server, judge);
    const deny = login.deny ?? '';
    if ((landing.page.button(deny) ?? landing.page.link(deny)) === undefined)
      judge.inconclusive('a button that refuses', `none called "${deny}" (server.login.deny)`);
    const refused = await press(landing, deny, userAgent);
    await verifyErrorResponse(server, judge, request, refused, {
      errors: ['access_denied'],
      tolerated: 'any',
      afterDecision: true,
    });
  },
);
