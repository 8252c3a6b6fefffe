import { identification } from '../../../fixtures/server/client-authentication.js';
import { describeAnswer, type ServerUnderTest } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { manifestClause, said, verifyField } from '../../verify/connection/drift.js';
import { formatOf, tokenPath } from '../../verify/connection/token-place.js';
import { carriesAccessToken } from '../../verify/token-refusal.js';

/** A token response, asked for with an Accept header. */
async function tokenResponse(server: ServerUnderTest, accept: string) {
  const own = await identification(server, server.endpoint('token'));
  const by = { ...own, headers: { ...own.headers, accept } };
  return server.redeem(await server.obtainCode(), {}, by);
}

test(
  'The token response has the declared format, and the token at the declared place',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: [manifestClause, 'RFC 6749 §5.1'],
    attack: 'Nobody can log in, since the token is not where the client looks for it.',
    threats: [],
    tested: 'Redeems a code, asking for JSON and, where that is not the declared format, for anything.',
    fix: 'Set connection.auth.tokenResponse.format and accessTokenPath to what the token endpoint answers.',
    needs: ['as.code', 'cfg.login', 'as.endpoints'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const { format, accessTokenPath } = server.facts.declared.tokenResponse ?? {};
    const declared = { format: format ?? 'json', path: accessTokenPath ?? 'access_token' };
    const byDefault = (value: string | undefined) => (value === undefined ? 'by default' : undefined);
    const first = await tokenResponse(server, 'application/json');
    const answer = formatOf(first) === declared.format ? first : await tokenResponse(server, '*/*');
    const path = tokenPath(answer, declared.path);
    if (path === undefined && !carriesAccessToken(answer))
      judge.inconclusive('a token response', describeAnswer(answer));
    await judge.variant('format', async () =>
      verifyField(judge, {
        field: 'connection.auth.tokenResponse.format',
        declared: said(declared.format, byDefault(format)),
        advertised: undefined,
        observed: said(formatOf(answer)),
      }),
    );
    await judge.variant('place of the token', async () =>
      verifyField(judge, {
        field: 'connection.auth.tokenResponse.accessTokenPath',
        declared: said(declared.path, byDefault(accessTokenPath)),
        advertised: undefined,
        observed: said(path ?? 'nowhere'),
      }),
    );
  },
);
