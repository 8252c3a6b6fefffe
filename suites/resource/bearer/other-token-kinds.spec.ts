import { isOpenidProvider } from '../../../fixtures/server/facts.js';
import { forResource, sendBearer } from '../../../fixtures/server/resource-request.js';
import { tokensIn } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyKeptOut } from '../../verify/resource-refusal.js';

test(
  'Refresh tokens, ID tokens and codes are not accepted as access token',
  requirement({
    level: 'MUST NOT',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §7', 'RFC 9068 §4', 'RFC 9068 §5', 'RFC 8725 §3.11', 'RFC 8725 §3.12'],
    attack: 'Codes and ID tokens, which travel through browsers and clients, open the resource as well.',
    threats: ['RFC 6819 §4.4.1.1', 'RFC 6819 §4.6.5'],
    tested: 'Presents an ID token, a refresh token and a used code to the resource as Bearer tokens.',
    fix: 'Accept access tokens only: check typ (at+jwt) and aud of a JWT, or the kind of an opaque token.',
    needs: ['rs.url', 'cfg.login'],
    negative: true,
    control: 'resource/bearer/valid-token',
  }),
  async ({ server, judge }) => {
    const all = server.client.scopes ?? server.facts.scopes;
    const openid = isOpenidProvider(server.facts) && !all.includes('openid') ? ['openid'] : [];
    const scope = [...openid, ...all].join(server.facts.scopeSeparator);
    const resource = forResource(server);
    const grant = await server.obtainCode({ ...resource, ...(openid.length > 0 ? { scope } : {}) });
    const { idToken, refreshToken } = tokensIn(await server.redeem(grant, resource));
    const kinds = { 'ID token': idToken, 'refresh token': refreshToken, 'used code': grant.code };
    for (const [name, token] of Object.entries(kinds)) {
      if (token === undefined) {
        judge.note(`no ${name} was issued`);
        continue;
      }
      await judge.variant(name, async () => {
        const answer = await sendBearer(server, server.facts.server.resourceUrl as string, token);
        verifyKeptOut(judge, answer, { statuses: [401] });
      });
    }
  },
);
