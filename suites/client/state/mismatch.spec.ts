import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { verifyAborted } from '../../verify/client/aborted.js';

const variants = {
  'one character in the middle changed': 'response-state-altered',
  'a prefix of the right value': 'response-state-prefix',
  'letters in the other case': 'response-state-other-case',
};

test(
  'A wrong state stops everything before the token endpoint',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 6749 §10.12', 'RFC 9700 §4.7.1', 'OAuth 2.1 draft-16 §2.3.3'],
    attack:
      "A code of the attacker is put into the victim's session, which then works on the attacker's account.",
    threats: ['RFC 9700 §4.7', 'RFC 6819 §4.4.1.8', 'RFC 6819 §4.4.1.12'],
    tested: 'Answers logins with a valid code and an altered, shortened or case-changed state.',
    fix: 'Compare state with that of the pending login, character by character, before anything else is done with the response.',
    needs: ['client.code', 'client.state', 'client.owns-state'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    for (const [variant, fault] of Object.entries(variants)) {
      await judge.variant(variant, async () => {
        await client.reset();
        const login = await client.login({ faults: [fault] });
        const otherCase = fault === 'response-state-other-case';
        if (otherCase && !/[a-z]/i.test(login.state ?? ''))
          return judge.note('the state of this client has no letters, so there is no other case');
        if (otherCase && login.tokenRequests.length > 0)
          return judge.warn({
            expected: 'no token request',
            received: 'state compared without regard to case',
          });
        await verifyAborted(client, judge, login);
      });
    }
  },
);
