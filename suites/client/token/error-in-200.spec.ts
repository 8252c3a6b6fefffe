import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { acceptance, verifyRejected } from '../../verify/client/rejected.js';

test(
  'An error object with status 200 is still an error',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §5.2', 'RFC 6749 §5.1'],
    attack: 'Half a session is stored.',
    threats: [],
    tested: 'Answers the token request with 200 and an error, alone and beside an access token.',
    fix: 'Treat a token answer that has a member error as an error, whatever its status.',
    needs: ['client.code'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    await judge.variant('an error alone', async () => {
      await client.reset();
      await verifyRejected(client, judge, await client.login({ faults: ['token-error-200'] }));
    });
    await judge.variant('an error beside an access token', async () => {
      await client.reset();
      const login = await client.login({ faults: ['token-error-beside-token'] });
      const { accepted } = await acceptance(client, judge, login);
      // Contradictory in itself: no clause says which half counts.
      if (accepted !== undefined)
        judge.warn({ expected: 'the token answer to be refused', received: accepted });
    });
  },
);
