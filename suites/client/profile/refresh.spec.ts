import { test } from '../../client-test.js';
import { refreshes } from '../../controls/client/refreshes.js';
import { requirement } from '../../requirement.js';

test(
  'A refresh at this provider brings a usable token',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §6'],
    attack: 'People are sent through the login whenever an access token expires.',
    threats: [],
    tested: 'Lets the client log in and refresh once, as this provider refreshes.',
    fix: 'Send the refresh request as this provider wants it, and read its answer as that of a login.',
    needs: ['client.refresh', 'provider.persona'],
    negative: false,
  }),
  async ({ client, judge }) => {
    await refreshes(client, judge);
  },
);
