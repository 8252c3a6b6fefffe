import { isFixed } from '../../../fixtures/client/bring-up.js';
import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { backChannelSecrets, holds } from '../../verify/client/front-channel-secrets.js';
import { type Redemption, redemption } from '../../verify/client/redemption.js';
import { hasAdapter } from '../../verify/client/repetitions.js';

test(
  'Neither secret nor verifier nor token appears in the browser URL',
  requirement({
    level: 'MUST NOT',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 6749 §2.3.1', 'RFC 6749 §10.4', 'RFC 7636 §7.2', 'RFC 9700 §2.1.1', 'RFC 9700 §4.3.2'],
    attack: 'Secrets, verifiers or tokens are read from browser history, referrers and logs.',
    threats: ['RFC 9700 §4.3.2', 'RFC 9700 §4.5', 'RFC 6819 §4.1.1', 'RFC 6819 §4.4.1.1', 'RFC 6819 §4.6.7'],
    tested:
      'Logs in, and searches every URL of the browser for the client secret, the code_verifier and the tokens.',
    fix: 'Keep verifier, tokens and client secret out of state and every other parameter; bind them to state on your own side.',
    needs: ['client.code'],
    negative: false,
  }),
  async ({ client, judge }) => {
    const types = isFixed(client.section) ? [client.clientType] : client.hello.clientTypes;
    for (const type of types)
      await judge.variant(`${type} client`, async () => {
        const login = await redemption(client, judge, {}, { type });
        // By now it has tokens that it could put into a URL; elsewhere one more login costs a program or a person.
        const next = hasAdapter(client) ? await client.tryBegin() : undefined;
        verifyClean(client, judge, login, next?.result === 'ok' ? [next.url] : []);
      });
  },
);

function verifyClean(client: ClientUnderTest, judge: Judge, login: Redemption, further: string[]): void {
  const opened = client.provider.at('authorization').map(({ url }) => url);
  const urls = [login.url, login.response, ...opened, ...further].map(withoutPlainChallenge);
  for (const [what, value] of backChannelSecrets(client, login)) {
    const url = urls.find((one) => holds(one, value));
    if (url !== undefined)
      judge.fail({
        expected: 'no secret of the back channel in a URL that the browser sees',
        received: `the ${what} in ${placesIn(url, value).join(' and ')} of ${url.replace(/[?#].*/s, '')}`,
      });
  }
}

/** With method plain the challenge is the verifier, which is left to client/pkce/s256. */
function withoutPlainChallenge(text: string): string {
  const url = new URL(text);
  if (url.searchParams.get('code_challenge_method') !== 'S256') url.searchParams.delete('code_challenge');
  return url.href;
}

function placesIn(text: string, value: string): string[] {
  const names = [...new URL(text).searchParams].flatMap(([name, held]) => (holds(held, value) ? [name] : []));
  return names.length > 0 ? names : ['the path or fragment'];
}
