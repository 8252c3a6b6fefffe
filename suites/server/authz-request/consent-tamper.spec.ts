import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { approvalOf, reachApproval, submitApproval } from '../../verify/approval-page.js';
import { askedAndAdded, grantAt, tamperings } from '../../verify/tampered-approval.js';
import { verifyAvailable } from '../../verify/unavailable.js';

test(
  'What was displayed is what gets granted',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 6749 §10.12', 'RFC 6749 §3.1.2.4', 'RFC 6749 §10.14'],
    attack:
      'Altered form fields widen the scope, or send the code to another client or address, behind what the page shows.',
    threats: ['RFC 9700 §4.1.1', 'RFC 6819 §4.2.2'],
    tested:
      'Alters, one at a time, every field of the approval form or its URL that names client, redirect URI, scope or code_challenge, and approves.',
    fix: 'Keep the checked authorization request on the server and put nothing but an opaque identifier of it into the form.',
    needs: ['as.code', 'cfg.login', 'cfg.consent', 'cfg.two-scopes'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const [scope] = askedAndAdded(server);
    const found = tamperings(server, await reachApproval(server, judge, { scope }));
    if (found.length === 0) judge.note('the approval form carries nothing of the request');
    for (const { name, apply, verify } of found) {
      await judge.variant(`altered ${name}`, async () => {
        const page = await reachApproval(server, judge, { scope });
        const landing = await submitApproval(page, apply(approvalOf(page)));
        const grant = grantAt(page, landing);
        if (grant !== undefined) return verify(grant, judge);
        verifyAvailable(judge, 'a refusal, or what was displayed', landing.answer);
      });
    }
  },
);
