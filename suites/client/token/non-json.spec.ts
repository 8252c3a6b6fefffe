import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { logInForRefresh } from '../../controls/client/refreshes.js';
import { requirement } from '../../requirement.js';
import { acceptance } from '../../verify/client/rejected.js';
import { refreshRequests, verifyRefreshesWith } from '../../verify/client/session.js';
import { verifyAlive, verifyUnparsed } from '../../verify/client/unparsable-answer.js';

const variants = {
  HTML: 'token-non-json',
  'truncated JSON': 'token-truncated',
  'a JSON array': 'token-array',
  'an empty body': 'token-empty',
  'a form-encoded body': 'as-token-form-response',
  '204': 'token-204',
};

test(
  'A success that is not JSON is an error without crash',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §5.1', 'RFC 8259 §2'],
    attack: 'Pages of captive portals and proxies corrupt the session.',
    threats: [],
    tested: 'Answers redemption and refresh with HTML, truncated JSON, an array, nothing, a form, and 204.',
    fix: 'Parse the answer where its failure is caught, refuse all but a JSON object, and leave stored tokens alone.',
    needs: ['client.code'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    for (const [variant, fault] of Object.entries(variants)) {
      await judge.variant(variant, () => redeemed(client, judge, fault));
      if (client.can('refresh'))
        await judge.variant(`${variant}, at a refresh`, () => refreshed(client, judge, fault));
    }
  },
);

async function redeemed(client: ClientUnderTest, judge: Judge, fault: string): Promise<void> {
  await client.reset();
  const login = await client.login({ faults: [fault] });
  verifyAlive(judge, login.outcome);
  verifyUnparsed(judge, fault, (await acceptance(client, judge, login)).accepted);
}

/** The refresh token that was held before is good all the while, so that keeping it can be seen. */
async function refreshed(client: ClientUnderTest, judge: Judge, fault: string): Promise<void> {
  await client.reset();
  const { refreshToken } = await logInForRefresh(client, judge);
  const begun = performance.now();
  await client.provider.play(fault, 'as-rotation-keeps-old');
  const outcome = await client.refresh();
  await client.provider.play('as-rotation-keeps-old');
  if (refreshRequests(client, begun).length === 0)
    judge.inconclusive('a refresh request', `none; the client reported ${outcomeText(outcome)}`);
  verifyAlive(judge, outcome);
  verifyUnparsed(judge, fault, outcome.result === 'ok' ? 'the refresh reported as ok' : undefined);
  if (outcome.result !== 'ok') await verifyRefreshesWith(client, judge, refreshToken, 'after the answer');
  await client.provider.play();
}
