import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { hasWorked } from '../../../fixtures/client/login.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';

/** Answers of a correct provider: its body means nothing, though some clients stumble over an empty one. */
const answers = [[], ['revocation-json']];

/**
 * A login, and a logout that reaches the revocation endpoint of a correct provider (RFC 7009 §2.1, §2.2). One kind of
 * answer is enough: that any 200 will do is a requirement of its own.
 */
export async function revokes(client: ClientUnderTest, judge: Judge): Promise<void> {
  const seen: string[] = [];
  for (const faults of answers) {
    await client.reset();
    await client.logIn();
    const before = client.provider.at('revocation').length;
    await client.provider.play(...faults);
    const outcome = await client.revoke();
    await client.provider.play();
    const requests = client.provider.at('revocation').slice(before);
    if (requests.some(({ status }) => status === 200) && hasWorked(outcome)) return;
    seen.push(`${requests.length} revocation request(s); the client reported ${outcomeText(outcome)}`);
  }
  judge.fail({
    expected: 'a revocation request that is answered 200, and a logout reported as done',
    received: [...new Set(seen)].join(', then '),
  });
}
