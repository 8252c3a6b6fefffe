import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { redemptionOf } from './redemption.js';
import { repetitions } from './repetitions.js';

/** The verifiers of so many logins, as the token requests carry them, decoded. Inconclusive where one has none. */
export async function verifiersOf(client: ClientUnderTest, judge: Judge, usual: number): Promise<string[]> {
  const logins = repetitions(client, usual);
  const verifiers: string[] = [];
  while (verifiers.length < logins) {
    const { tokenRequest } = redemptionOf(judge, await client.login());
    verifiers.push(
      tokenRequest.parameter('code_verifier') ??
        judge.inconclusive('code_verifier in the token request', 'none'),
    );
  }
  judge.note(`verifiers of ${logins} logins`);
  return verifiers;
}
