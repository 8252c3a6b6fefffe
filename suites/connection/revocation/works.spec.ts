import { tokensIn } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { manifestClause, said, verifyField } from '../../verify/connection/drift.js';
import { revokedBy } from '../../verify/connection/revoked.js';

test(
  'Revoking at the declared endpoint ends the token',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: [manifestClause, 'RFC 7009 §2'],
    attack: 'Logging out leaves a token alive that everybody takes for dead.',
    threats: ['RFC 6819 §4.1.2'],
    tested:
      'Uses a refresh token, revokes the next one, and uses that; without refresh tokens, the same with an access token.',
    fix: 'Set connection.auth.revocationUrl to an endpoint that revokes as RFC 7009 says, or leave the field out.',
    needs: ['as.code', 'cfg.login', 'as.endpoints', 'said.revocation-endpoint'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const { declared, metadata } = server.facts;
    const first = await server.obtainTokens();
    // A refresh that works before shows that the refusal after is for the revocation.
    const tokens =
      first.refreshToken === undefined ? first : tokensIn(await server.refresh(first.refreshToken));
    const { revoked, told } = await revokedBy(server, judge, { ...first, ...tokens });
    const claimed = (url: unknown) => (url === undefined ? undefined : said('ends the token'));
    verifyField(judge, {
      field: 'connection.auth.revocationUrl',
      declared: claimed(declared.revocationUrl),
      advertised: declared.revocationUrl === undefined ? claimed(metadata.revocation_endpoint) : undefined,
      observed: said(revoked ? 'ends the token' : 'leaves the token alive', told),
      instead: 'an endpoint that revokes (RFC 7009)',
    });
  },
);
