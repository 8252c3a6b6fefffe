import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';

const variants: Record<string, string[]> = {
  '200 with an empty body': [],
  '200 with HTML': ['revocation-html'],
  '200 with JSON for a token that was invalid already': ['revocation-json'],
};

test(
  'Any 200 is success, whatever the body',
  requirement({
    level: 'MUST',
    severity: 'low',
    tier: 'core',
    clauses: ['RFC 7009 §2.2'],
    attack: 'Logout fails on harmless answers.',
    threats: [],
    tested: 'Answers the revocation request with 200 and an empty body, an HTML page, and JSON.',
    fix: 'Look at the status of the answer only; the content of its body means nothing (RFC 7009 §2.2).',
    needs: ['client.revoke'],
    negative: false,
  }),
  async ({ client, judge }) => {
    for (const [variant, faults] of Object.entries(variants)) {
      await judge.variant(variant, async () => {
        await client.reset();
        await client.logIn();
        const before = client.provider.at('revocation').length;
        await client.provider.play(...faults);
        const outcome = await client.revoke();
        await client.provider.play();
        const requests = client.provider.at('revocation').slice(before);
        if (requests.length === 0)
          judge.inconclusive('a revocation request', `none; ${outcomeText(outcome)}`);
        if (outcome.result !== 'ok' && outcome.result !== 'unanswered')
          judge.fail({ expected: 'logout reported as success', received: outcomeText(outcome) });
        // One request for each token is as good as one for the refresh token.
        const tokens = requests.map((request) => request.parameter('token'));
        const repeated = tokens.find((token, index) => tokens.indexOf(token) !== index);
        if (repeated !== undefined)
          judge.fail({
            expected: 'no request repeated',
            received: `${requests.length} requests, two of them for one token`,
          });
        if ((await client.status())?.authenticated)
          judge.fail({ expected: 'nobody logged in after the logout', received: 'authenticated: true' });
      });
    }
  },
);
