import { plainScopes } from '../../../fixtures/server/capabilities.js';
import { forResource, sendBearer } from '../../../fixtures/server/resource-request.js';
import { visibleScopes } from '../../../fixtures/server/token-content.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { tokenChallenge } from '../../verify/challenge.js';
import { describeRefusal, opens, verifyKeptOut } from '../../verify/resource-refusal.js';

test(
  'A token without the needed scope gives 403 insufficient_scope',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6750 §3.1', 'RFC 6749 §7', 'OAuth 2.1 draft-16 §5.3.2'],
    attack: 'A client, or whoever stole its token, does more than the resource owner granted.',
    threats: ['RFC 6819 §4.1.3'],
    tested:
      'Requests a resource with a token that lacks the scope it needs; with one that has it for comparison.',
    fix: 'Check the scope of the token at each resource, and answer 403 with error="insufficient_scope".',
    needs: ['rs.scoped-url', 'cfg.login', 'cfg.two-scopes'],
    negative: true,
    control: 'resource/bearer/valid-token',
  }),
  async ({ server, judge }) => {
    const { url, scope: needed } = server.facts.server.scopedResource as { url: string; scope: string };
    const all = server.client.scopes ?? server.facts.scopes;
    const other = plainScopes({ scopes: all }).find((scope) => scope !== needed);
    if (other === undefined) return judge.inconclusive(`a scope other than ${needed}`, all.join(' '));
    // Those that switch protocol features on are asked for with each.
    const protocol = all.filter((scope) => !plainScopes({ scopes: all }).includes(scope));
    const obtain = (scope: string) =>
      server.obtainTokens({
        ...forResource(server),
        scope: [...protocol, scope].join(server.facts.scopeSeparator),
      });
    const comparison = await sendBearer(server, url, (await obtain(needed)).accessToken);
    if (!opens(comparison))
      judge.inconclusive(`2xx for a token with scope ${needed}`, describeRefusal(comparison));
    const lacking = await obtain(other);
    if ((await visibleScopes(server, lacking)).includes(needed))
      judge.inconclusive(`a token without ${needed}`, `one with it, though only ${other} was asked for`);
    const answer = await sendBearer(server, url, lacking.accessToken);
    verifyKeptOut(judge, answer, { statuses: [403], error: 'insufficient_scope' });
    judge.note(`scope attribute: ${tokenChallenge(answer)?.parameters.get('scope') ?? 'none'}`);
  },
);
