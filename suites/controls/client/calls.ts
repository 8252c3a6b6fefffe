import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { hasWorked } from '../../../fixtures/client/login.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';

/** A login, and a resource request with its token that a correct resource answers (RFC 6750 §2.1). */
export async function calls(client: ClientUnderTest, judge: Judge): Promise<void> {
  await client.reset();
  const { accessToken } = await client.logIn();
  const outcome = await client.call();
  const used = client.provider
    .at('resource')
    .some((request) => request.status === 200 && request.carries(accessToken));
  if (used && hasWorked(outcome)) return;
  judge.fail({
    expected: 'a resource request with the access token, answered 200',
    received: `${client.provider.at('resource').length} resource request(s); the client reported ${outcomeText(outcome)}`,
  });
}
