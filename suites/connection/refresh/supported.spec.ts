import { listed } from '../../../fixtures/server/facts.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { manifestClause, said, verifyField } from '../../verify/connection/drift.js';
import { carriesAccessToken } from '../../verify/token-refusal.js';

test(
  'Refresh tokens are issued and taken as declared',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: [manifestClause, 'RFC 6749 §6', 'RFC 8414 §2'],
    attack: 'People are logged out at every expiry, or a long-lived token is kept where nobody expects one.',
    threats: [],
    tested: 'Redeems a code, and uses the refresh token if there is one.',
    fix: 'Set connection.auth.refresh.supported to whether the client gets a refresh token; ask for what it takes (offline_access).',
    needs: ['as.code', 'cfg.login', 'as.endpoints', 'said.refresh'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const supported = server.facts.declared.refresh?.supported;
    const { refreshToken } = await server.obtainTokens();
    const works = refreshToken !== undefined && carriesAccessToken(await server.refresh(refreshToken));
    const observed = works ? 'supported' : 'not supported';
    const published = listed(server.facts, 'grant_types_supported');
    // What a server has for some clients it need not give to each: only a list without it can be wrong.
    const lacking = published !== undefined && !published.includes('refresh_token');
    verifyField(judge, {
      field: 'connection.auth.refresh.supported',
      declared: supported === undefined ? undefined : said(supported ? 'supported' : 'not supported'),
      advertised: lacking ? said('not supported', published.join(', ')) : said(published && observed),
      observed: said(observed, refreshToken === undefined ? 'no refresh_token is issued' : undefined),
      instead: `refresh: { supported: ${works} }`,
    });
  },
);
