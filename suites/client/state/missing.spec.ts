import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { verifyAborted } from '../../verify/client/aborted.js';

const variants = { 'no state': 'response-state-missing', 'an empty state': 'response-state-empty' };

test(
  'A response without state is refused when one was sent',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.2', 'RFC 6749 §10.12', 'RFC 9700 §4.7.1'],
    attack: 'The attacker leaves state out to get around the check.',
    threats: ['RFC 9700 §4.7', 'RFC 6819 §4.4.1.8', 'RFC 6819 §4.4.1.12'],
    tested: 'Answers logins with a valid code and no state, or an empty one.',
    fix: 'Take a missing or empty state for a wrong one: go on only where it equals that of the pending login.',
    needs: ['client.code', 'client.state', 'client.owns-state'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    for (const [variant, fault] of Object.entries(variants)) {
      await judge.variant(variant, async () => {
        await client.reset();
        await verifyAborted(client, judge, await client.login({ faults: [fault] }));
      });
    }
  },
);
