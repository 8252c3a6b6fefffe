import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { secretsOnTheWire } from '../../verify/client/log-secrets.js';

test(
  'Logs contain no tokens, codes, verifiers, secrets or full callback URLs',
  requirement({
    level: 'MUST NOT',
    severity: 'high',
    tier: 'core',
    clauses: [
      'RFC 6749 §10.3',
      'RFC 6749 §10.4',
      'RFC 6750 §5.3',
      'RFC 6819 §5.1.6',
      'Harness policy (codes, verifiers and callback URLs stay out of logs)',
    ],
    attack: 'Tokens, codes and secrets are collected from log systems.',
    threats: [
      'RFC 6819 §4.1.1',
      'RFC 6819 §4.1.2',
      'RFC 6819 §4.1.3',
      'RFC 6819 §4.4.1.1',
      'RFC 6819 §4.6.7',
    ],
    tested:
      'Walks through a whole life cycle, failures included, at the default level and at debug level, and searches the log for every secret.',
    fix: 'Log names, lengths or hashes of tokens, codes and verifiers; cut callback URLs at the question mark.',
    needs: ['client.code', 'client.logs'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    const type = client.hello.clientTypes.includes('confidential') ? { type: 'confidential' as const } : {};
    for (const logLevel of ['default', 'debug'] as const)
      await judge.variant(`${logLevel} level`, async () => {
        await client.reset({ logLevel, ...type });
        const responses = await liveThrough(client);
        await verifyLog(client, judge, logLevel === 'debug', responses);
      });
  },
);

/** Every operation that the client has, and every way for it to fail; returns the responses that were delivered. */
async function liveThrough(client: ClientUnderTest): Promise<string[]> {
  const refused = await client.login({ faults: ['response-state-altered'] });
  const failed = await client.login({ faults: ['token-invalid-grant'] });
  // What a client complains about it may quote: here with a refresh token that is good.
  const unusable = await client.login({ faults: ['token-access-token-missing'] });
  const { response } = await client.logIn();
  if (client.can('call')) await client.call();
  if (client.can('refresh')) {
    await client.provider.play('token-503');
    await client.refresh();
    await client.provider.play();
    await client.refresh();
  }
  if (client.can('revoke')) await client.revoke();
  return [refused.response, failed.response, unusable.response, response];
}

async function verifyLog(
  client: ClientUnderTest,
  judge: Judge,
  debug: boolean,
  responses: readonly string[],
): Promise<void> {
  const lines = await client.logs();
  if (!lines.some((line) => line.includes(client.configuration.logMarker)))
    judge.inconclusive(
      'the marker line in the log, so that it is the log',
      `${lines.length} lines without it`,
    );
  const text = lines.join('\n');
  const found = secretsOnTheWire(client).filter(({ value }) => text.includes(value));
  const worst = found.find(({ opens }) => opens);
  if (worst !== undefined && !debug)
    judge.fail({ expected: 'no secret in the log', received: `the ${worst.what} in it` });
  const kinds = [...new Set(found.map(({ what }) => what))];
  if (responses.some((response) => text.includes(response))) kinds.push('full callback URL');
  if (kinds.length > 0) judge.warn({ expected: 'no secret in the log', received: kinds.join(', ') });
}
