import { describeLanding } from '../../../fixtures/server/server-under-test.js';
import { bare, mediaType } from '../../../fixtures/wire/transport.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { unknownClient } from '../../verify/login-page.js';
import { newProbe, unescaped } from '../../verify/reflection.js';

const parameters = 'client_id redirect_uri scope state response_type login_hint error_description'.split(' ');
/** Faults of the request that bring up another page than the one it leads to by itself. */
const pages = {
  '': {},
  ', unknown client': { client_id: unknownClient },
  ', unregistered redirect_uri': { redirect_uri: 'https://evil.example/cb' },
};
const expected = 'the value left out, or escaped for where it stands';

test(
  'Request values never appear unescaped in pages',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 6749 §10.14', 'OAuth 2.1 draft-16 §7.12'],
    attack:
      "Scripts of the attacker run on the login origin, and read passwords or approve in the user's name.",
    threats: [],
    tested:
      'Puts a unique word, a template expression and < > " \' ` into each request parameter and parses every HTML answer for what became of it.',
    fix: 'Escape every value of the request for the place where the page shows it: text, attribute or script.',
    needs: ['as.code'],
    negative: true,
    control: 'server/authz-request/request-accepted',
  }),
  async ({ server, judge }) => {
    let read = 0;
    for (const parameter of parameters) {
      for (const [page, flaw] of Object.entries(pages)) {
        if (parameter in flaw) continue;
        await judge.variant(`${parameter}${page}`, async () => {
          const probe = newProbe();
          const value =
            parameter === 'redirect_uri' ? `${server.client.redirectUris[0]}?${probe.value}` : probe.value;
          const landing = await server.open(server.authorizationRequest({ ...flaw, [parameter]: value }));
          if (!mediaType(landing.answer).includes('html') || landing.answer.body === '') return;
          read++;
          const how = unescaped(landing.answer.body, probe);
          if (how !== undefined)
            judge.fail({
              expected,
              received: `${how}: ${landing.answer.status} at ${bare(landing.answer.url)}`,
            });
        });
      }
    }
    if (read === 0)
      judge.inconclusive('an HTML answer', describeLanding(await server.open(server.authorizationRequest())));
    judge.note(`${read} HTML answers read`);
  },
);
