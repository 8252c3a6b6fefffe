import { plainScopes } from '../../../fixtures/server/capabilities.js';
import { type ServerUnderTest, type Tokens, tokensIn } from '../../../fixtures/server/server-under-test.js';
import { visibleScopes } from '../../../fixtures/server/token-content.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { carriesAccessToken, verifyRefused } from '../../verify/token-refusal.js';

test(
  'Refreshing cannot add scopes',
  requirement({
    level: 'MUST NOT',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §6', 'RFC 6749 §3.3', 'RFC 9700 §4.14.2'],
    attack: 'Who has a refresh token gets more than the resource owner granted.',
    threats: ['RFC 9700 §4.14'],
    tested: 'Refreshes a grant of one scope with two, and looks at the scope of what comes back.',
    fix: 'Check every scope of a refresh request against those that the resource owner granted, and answer invalid_scope.',
    needs: ['as.refresh', 'cfg.two-scopes', 'cfg.login'],
    negative: true,
    control: 'server/refresh/yields-access-token',
  }),
  async ({ server, judge }) => {
    const { client, facts } = server;
    const all = client.scopes ?? facts.scopes;
    const [granted, added] = plainScopes({ scopes: all });
    if (granted === undefined || added === undefined)
      return judge.inconclusive(`two scopes of client ${client.name}`, all.join(' '));
    const scopeOf = (...plain: string[]) =>
      all.filter((scope) => !plainScopes({ scopes: all }).includes(scope) || plain.includes(scope));
    const scope = scopeOf(granted).join(facts.scopeSeparator);
    const first = await server.obtainTokens({ scope });
    if (first.refreshToken === undefined)
      return judge.inconclusive('a refresh token', 'a token response without one');
    if ((await visibleScopes(server, first)).includes(added))
      judge.inconclusive(`a grant without ${added}`, `one with it for scope="${scope}"`);
    const wider = scopeOf(granted, added).join(facts.scopeSeparator);
    const answer = await server.refresh(first.refreshToken, { scope: wider });
    if (!carriesAccessToken(answer)) return verifyRefused(judge, answer, { errors: ['invalid_scope'] });
    await verifyWithout(added, server, judge, tokensIn(answer));
  },
);

async function verifyWithout(added: string, server: ServerUnderTest, judge: Judge, tokens: Tokens) {
  const expected = `invalid_scope, or an answer that names its scope, which is without ${added}`;
  const scopes = await visibleScopes(server, tokens);
  if (scopes.includes(added))
    judge.fail({ expected, received: `an access token with scope ${scopes.join(' ')}` });
  if (typeof tokens.body.scope !== 'string')
    judge.warn({ expected, received: 'an access token, and no scope in the answer' });
}
