import { scopesOf } from '../../../fixtures/server/comparable.js';
import { listed } from '../../../fixtures/server/facts.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { manifestClause, said, verifyField } from '../../verify/connection/drift.js';
import { askForScope } from '../../verify/connection/granted-scopes.js';

test(
  'Every declared scope is granted',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: [manifestClause, 'RFC 6749 §3.3', 'RFC 8414 §2'],
    attack: 'Logins fail with invalid_scope, or calls later fail for want of a scope.',
    threats: [],
    tested: 'Asks for each declared scope alone, and looks for it in the token response.',
    fix: 'List in connection.auth.scopes what the server has for this client, letter by letter.',
    needs: ['as.code', 'cfg.login', 'as.endpoints', 'said.scopes'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const published = listed(server.facts, 'scopes_supported');
    for (const scope of scopesOf(server.facts)) {
      await judge.variant(scope, async () => {
        const { refused, seen, told } = await askForScope(server, judge, scope);
        // A response that names no scope grants what was asked for (RFC 6749 §5.1).
        const granted = !refused && (seen.length === 0 || seen.includes(scope));
        verifyField(judge, {
          field: 'connection.auth.scopes',
          declared: said('granted', scope),
          // A server may choose not to publish some that it has (RFC 8414 §2).
          advertised: published?.includes(scope) ? said('granted', 'in scopes_supported') : undefined,
          observed: said(granted ? 'granted' : 'not granted', told),
          instead: `a list without ${scope}`,
        });
      });
    }
  },
);
