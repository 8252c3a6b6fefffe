import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { acceptance } from '../../verify/client/rejected.js';

const variants = {
  'token_type mac': 'token-type-mac',
  'token_type N_A': 'token-type-n-a',
  'token_type missing': 'token-type-missing',
  'token_type an array': 'token-type-array',
};

test(
  'Unknown or missing token_type makes the response unusable',
  requirement({
    level: 'MUST NOT',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §7.1', 'RFC 6749 §5.1'],
    attack: 'A token is used in a way that its type forbids.',
    threats: [],
    tested: 'Answers the token request with token_type mac, N_A, an array, or none.',
    fix: 'Refuse a token answer whose token_type is not one that the client implements (Bearer, without regard to case).',
    needs: ['client.code', 'provider.token-type'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    for (const [variant, fault] of Object.entries(variants)) {
      await judge.variant(variant, async () => {
        await client.reset();
        const { accepted, used } = await acceptance(client, judge, await client.login({ faults: [fault] }));
        const forbidden = fault === 'token-type-mac' || fault === 'token-type-n-a';
        if (forbidden && used.length > 0)
          judge.fail({ expected: 'no use of a token of this type', received: 'a resource request with it' });
        // Accepted but not sent, and what no clause names, does no harm that the run shows.
        if (accepted !== undefined)
          judge.warn({ expected: 'the token answer to be refused', received: accepted });
      });
    }
  },
);
