import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { verifyReplayIgnored } from '../../verify/client/replay-ignored.js';

test(
  'A response is processed once',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.2', 'RFC 9700 §2.1', 'RFC 9700 §4.2.4'],
    attack: 'A redirect that was recorded, or a state from it with another code, logs in once more.',
    threats: ['RFC 9700 §4.2.1', 'RFC 9700 §4.7', 'RFC 6819 §4.4.1.8'],
    tested: 'Completes a login and delivers its redirect again, as it was and with a new, valid code.',
    fix: 'Drop the pending login, state and verifier with it, before its code is redeemed, and leave a session that stands alone.',
    needs: ['client.code', 'client.owns-pending'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    await judge.variant('the identical redirect', async () => {
      await client.reset();
      const login = await client.logIn();
      await verifyReplayIgnored(client, judge, login, login.response);
    });
    await judge.variant('its state with a new code', async () => {
      await client.reset();
      const login = await client.logIn();
      if (login.state === undefined) return judge.note('left out, since the client sends no state');
      await verifyReplayIgnored(client, judge, login, await client.provider.approve(login.url));
    });
  },
);
