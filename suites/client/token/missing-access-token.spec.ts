import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { acceptance } from '../../verify/client/rejected.js';
import { unissuedCredentials } from '../../verify/client/unissued-credentials.js';

const variants = {
  'access_token missing': 'token-access-token-missing',
  'access_token an empty text': 'token-access-token-empty',
  'access_token null': 'token-access-token-null',
  'access_token a number': 'token-access-token-number',
  'access_token an object': 'token-access-token-object',
};

test(
  'Success without a usable access_token is a failure',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §5.1'],
    attack: 'The application believes that it is logged in, and sends "undefined" as token.',
    threats: [],
    tested: 'Answers the token request with 200 and no, an empty, null, number or object access_token.',
    fix: 'Refuse a token answer whose access_token is not a text of at least one character.',
    needs: ['client.code'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    for (const [variant, fault] of Object.entries(variants))
      await judge.variant(variant, () => verifyWithout(client, judge, fault));
  },
);

async function verifyWithout(client: ClientUnderTest, judge: Judge, fault: string): Promise<void> {
  await client.reset();
  const before = client.provider.at('resource').length;
  const login = await client.login({ faults: [fault] });
  const token = login.tokenRequests.at(-1)?.answered('access_token');
  const { accepted } = await acceptance(client, judge, login);
  const sent = client.provider.at('resource').slice(before).flatMap(unissuedCredentials(client));
  const isNumber = typeof token === 'number';
  const madeUp = sent.find((header) => !isNumber || !header.endsWith(` ${token}`));
  if (madeUp !== undefined)
    judge.fail({
      expected: 'no token sent where none was given',
      received: `Authorization: ${madeUp.slice(0, 40)}`,
    });
  if (accepted === undefined && sent.length === 0) return;
  const observation = { expected: 'the answer to be refused', received: accepted ?? 'its digits as token' };
  // The digits of a number are at least what the server meant.
  if (isNumber) judge.warn(observation);
  else judge.fail(observation);
}
