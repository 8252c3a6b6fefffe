import { sendBearer } from '../../../fixtures/server/resource-request.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyChallenged } from '../../verify/resource-refusal.js';

test(
  'No token: 401 with a Bearer challenge and no error code',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6750 §3', 'RFC 6750 §3.1', 'RFC 9110 §11.6.1'],
    attack: 'Clients cannot find out how to authenticate.',
    threats: [],
    tested: 'Requests the resource without credentials.',
    fix: 'Answer 401 with WWW-Authenticate: Bearer, without an error attribute, to a request without a token.',
    needs: ['rs.url'],
    negative: true,
    control: 'resource/bearer/valid-token',
  }),
  async ({ server, judge }) => {
    const answer = await sendBearer(server, server.facts.server.resourceUrl as string, undefined);
    verifyChallenged(judge, answer, undefined);
  },
);
