import { type SecretMethod, secretMethods } from '../../fixtures/server/client-authentication.js';
import { authenticationMethods } from '../../fixtures/server/facts.js';
import { unique } from '../../fixtures/server/pkce.js';
import { describeAnswer, type ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import { tokenParameters } from '../../fixtures/server/token-parameters.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import type { Answer } from '../../fixtures/wire/transport.js';
import { refusesClient } from './revocation.js';
import { alike } from './token-error.js';
import { carriesAccessToken, verifyRefused } from './token-refusal.js';

const expected = '401 or 400 with error=invalid_client and no access_token';

/** Wrong secrets made from the right one. One that comes out equal to it is left out. */
const wrongSecrets: Record<string, (secret: string) => string> = {
  'a random secret': () => unique('secret'),
  'an empty secret': () => '',
  'the secret without its last character': (secret) => secret.slice(0, -1),
  'the secret in the other case': (secret) =>
    secret.toUpperCase() === secret ? secret.toLowerCase() : secret.toUpperCase(),
};

/** By one method, only the right secret authenticates, and it still does after the wrong ones. */
export async function verifySecretChecked(
  server: ServerUnderTest,
  judge: Judge,
  method: SecretMethod,
): Promise<void> {
  const { clientId, clientSecret = '', authentication, name } = server.client;
  const ask = async (secret: string) =>
    server.tokenRequest((await tokenParameters(server)).parameters, secretMethods[method](clientId, secret));
  let right: Answer | undefined;
  await judge.variant(`${method}, the right secret`, async () => {
    const answer = await ask(clientSecret);
    if (authentication !== method && (refusesClient(answer) || isUnserved(server, method, answer)))
      return judge.note(`not accepted from client ${name}, so not judged`);
    verifyUsable(judge, answer);
    if (!carriesAccessToken(answer) && alike(answer, await ask(unique('secret'))))
      judge.inconclusive('an answer that depends on the secret', describeAnswer(answer));
    right = answer;
  });
  const accepted = right;
  if (accepted === undefined) return;
  for (const [variant, wrong] of Object.entries(wrongSecrets)) {
    if (wrong(clientSecret) === clientSecret) continue;
    await judge.variant(`${method}, ${variant}`, async () =>
      verifyWrong(judge, accepted, await ask(wrong(clientSecret))),
    );
  }
  await judge.variant(`${method}, the right secret again`, async () => {
    const again = await ask(clientSecret);
    if (!alike(accepted, again)) judge.inconclusive(describeAnswer(accepted), describeAnswer(again));
  });
}

/** Some servers do not say invalid_client. */
function isUnserved({ facts }: ServerUnderTest, method: SecretMethod, answer: Answer): boolean {
  return authenticationMethods(facts)?.includes(method) === false && !carriesAccessToken(answer);
}

function verifyUsable(judge: Judge, right: Answer): void {
  const refused = refusesClient(right) || right.status === 429 || right.status >= 500;
  if (refused) judge.inconclusive('the right secret to authenticate', describeAnswer(right));
}

function verifyWrong(judge: Judge, right: Answer, answer: Answer): void {
  if (alike(right, answer))
    judge.fail({ expected, received: `${describeAnswer(answer)}, as for the right secret` });
  verifyRefused(judge, answer, { errors: ['invalid_client'], statuses: [401, 400] });
}
