import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Login } from '../../../fixtures/client/login.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { verifyLoggedIn } from '../../controls/client/login-completes.js';
import { requirement } from '../../requirement.js';
import { verifyAborted } from '../../verify/client/aborted.js';
import {
  atOtherHost,
  atPath,
  isClaimedLink,
  loginAt,
  loginByPost,
  reordered,
} from '../../verify/client/web-callbacks.js';

test(
  'Only the registered path on the own origin is treated as callback',
  requirement({
    level: 'SHOULD',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.2', 'RFC 8252 §8.10', 'Harness policy (one callback address)'],
    attack: 'A response that another page or origin received completes a login here.',
    threats: ['RFC 9700 §4.4'],
    tested:
      'Delivers right responses at other paths, by POST and at another host, each to a login of its own.',
    fix: 'Handle authorization responses in one route, GET on the path of the redirect_uri, and nowhere else.',
    needs: ['client.code', 'client.web', 'provider.query-response'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    for (const path of [(own: string) => `${own.replace(/\/$/, '')}/extra`, () => '/other'])
      await judge.variant(path('/callback'), async () => {
        const login = await loginAt(client, (response) => atPath(response, path(response.pathname)));
        await verifyIgnored(client, judge, login, isClaimedLink(client, login.response));
      });
    await judge.variant('by POST', async () => {
      await verifyIgnored(client, judge, await loginByPost(client), false);
    });
    await judge.variant('another host', async () => {
      const { code = '' } = await loginAt(client, atOtherHost);
      if (client.requestsWith(code).length > 0)
        judge.note('the response was taken there too; a proxy may stand in front');
    });
    await judge.variant('the redirect URI itself, parameters in another order', async () => {
      verifyLoggedIn(judge, await loginAt(client, reordered));
    });
  },
);

async function verifyIgnored(
  client: ClientUnderTest,
  judge: Judge,
  login: Login,
  claimedLink: boolean,
): Promise<void> {
  if (client.requestsWith(login.code ?? '').length === 0) return verifyAborted(client, judge, login);
  const finding = { expected: 'no token request after this response', received: 'one with its code' };
  // What the system hands to an application by a claimed link has no route that could have been another one.
  if (claimedLink) judge.fail(finding);
  else judge.warn(finding);
}
