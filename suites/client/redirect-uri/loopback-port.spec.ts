import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { startedWith } from '../../../fixtures/client/login.js';
import { occupy } from '../../../fixtures/client/loopback-port.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { goesOn } from '../../verify/client/login-or-refusal.js';
import { loopbackOf, verifyListens } from '../../verify/client/loopback-login.js';

test(
  'The client listens where it says, on a free port, and survives an occupied one',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 8252 §7.3', 'RFC 8252 §8.3', 'Harness policy (an occupied port stops the login)'],
    attack: 'Another process occupies the port, and takes the code.',
    threats: ['RFC 6819 §4.4.1.1'],
    tested:
      'Logs in twice, and occupies the port of the first login on both loopback addresses before the second.',
    fix: 'Listen on a port that the system chooses, build the redirect_uri from it, and open the browser only then.',
    needs: ['client.code', 'client.native-loopback', 'provider.any-redirect'],
    negative: false,
  }),
  async ({ client, judge }) => {
    await client.reset({ listen: true });
    const first = await client.begin();
    await verifyListens(client, judge, first);
    const { port } = loopbackOf(judge, first);
    const occupied = await occupy(port);
    if (occupied === undefined)
      return judge.inconclusive('the port of the first login to be free after it', 'a listener that stays');
    try {
      await verifySurvives(client, judge, port);
    } finally {
      await occupied.release();
    }
  },
);

/** Another port, or no login. */
async function verifySurvives(client: ClientUnderTest, judge: Judge, occupied: number): Promise<void> {
  const outcome = await client.tryBegin();
  if (!goesOn(judge, outcome)) {
    judge.note(`with its port occupied the client began no login: ${outcomeText(outcome)}`);
    return;
  }
  const second = startedWith(outcome.url);
  if (loopbackOf(judge, second).port === occupied)
    judge.fail({
      expected: 'another port than the occupied one, or no login',
      received: 'a browser sent to the port on which somebody else listens',
    });
  await verifyListens(client, judge, second);
}
