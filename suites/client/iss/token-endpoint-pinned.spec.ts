import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { forwardedLogin, verifyNotHandedOver } from '../../verify/client/mix-up.js';
import { redirectApartFrom } from '../../verify/client/redirect-per-issuer.js';

const variants = {
  'begun at the attacker, iss honest': [],
  'begun at the attacker, no iss': ['response-iss-missing'],
};

test(
  'The code goes only to the token endpoint of the server where the login began',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 9700 §4.4.2', 'RFC 9700 §2.1', 'OAuth 2.1 draft-16 §7.15'],
    attack: 'A code of the honest server is sent to the token endpoint of the attacker (mix-up).',
    threats: ['RFC 9700 §4.4'],
    tested:
      'Begins a login at an attacker who forwards the browser to the honest server, and one at each while the other is pending.',
    fix: 'Keep the issuer with the pending login; refuse responses of another one, and take the token endpoint from there.',
    needs: ['client.code', 'client.multi-as'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    const attacker = await client.addProvider(client.provider);
    await attacker.play('authorization-forwarded');
    const honestRedirect = await redirectApartFrom(client, attacker);
    for (const [variant, faults] of Object.entries(variants))
      await judge.variant(variant, async () => {
        await client.reset({ others: [attacker] });
        await client.provider.play(...faults);
        const login = await forwardedLogin(client, judge, attacker, honestRedirect);
        await client.provider.play();
        verifyNotHandedOver(client, judge, attacker, login);
      });
    await judge.variant('begun at the honest server, and then at the attacker', async () => {
      await client.reset({ others: [attacker] });
      const honest = await client.begin();
      await client.begin({ issuer: attacker.issuer });
      const login = await client.finish(honest, await client.provider.approve(honest.url));
      verifyNotHandedOver(client, judge, attacker, login);
    });
  },
);
