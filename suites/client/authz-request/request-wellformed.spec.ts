import { isFixed } from '../../../fixtures/client/bring-up.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { deviationsOf, furtherIn } from '../../verify/client/authorization-request-shape.js';

test(
  'The authorization request carries the right parameters once, to the right endpoint',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.1', 'RFC 6749 §3.1', 'RFC 6749 §3.3', 'OAuth 2.1 draft-16 §4.1.1'],
    attack: 'Broken or ambiguous requests are refused, or understood in different ways.',
    threats: [],
    tested:
      'Publishes an authorization endpoint with a query of its own, and reads the URL that a login opens.',
    fix: 'Add each parameter once to the query of the authorization endpoint, and keep what stands in it.',
    needs: ['client.code'],
    negative: false,
  }),
  async ({ client, judge }) => {
    await client.provider.play('metadata-authorization-endpoint-query');
    await client.reset();
    const { url } = await client.begin();
    const isTold =
      client.provider.at('metadata').length > 0 ||
      (!isFixed(client.section) && client.configuration.deviations?.metadata !== false);
    if (!isTold) judge.note("the endpoint's own query was not tested: no metadata told the client of it");
    const deviations = deviationsOf(url, client.configuration, isTold ? { tenant: 'a' } : {});
    if (deviations.length > 0)
      judge.fail({
        expected: 'a well-formed authorization request for this client',
        received: deviations.join('; '),
      });
    const further = furtherIn(url, client.configuration);
    if (further.length > 0) judge.note(`also sent: ${further.join(', ')}`);
  },
);
