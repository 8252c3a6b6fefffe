import { describeAnswer } from '../../../fixtures/server/server-under-test.js';
import {
  goodAt,
  obtainLiveTokens,
  selfContained,
  sightings,
} from '../../../fixtures/server/token-liveness.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyAccepted } from '../../verify/revocation.js';
import { errorCode } from '../../verify/token-error.js';

test(
  'A revoked access token is no longer accepted',
  requirement({
    level: 'SHOULD',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 7009 §2', 'RFC 7009 §2.2.1', 'RFC 7009 §3'],
    attack: 'A stolen access token stays usable after logout.',
    threats: ['RFC 6819 §4.1.3'],
    tested:
      'Shows an access token at resource, userinfo and introspection, revokes it, and shows it again where it was good.',
    fix: 'Look for the token among the access tokens too, and let introspection, userinfo and resources refuse it from then on.',
    needs: ['as.revocation', 'as.code', 'cfg.login', 'cap.token-liveness'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const { accessToken, places } = await obtainLiveTokens(server);
    if (places.length === 0)
      judge.inconclusive('an access token that is good somewhere', 'refused at every place that is known');
    const revoked = await server.post('revocation', { token: accessToken, token_type_hint: 'access_token' });
    if (errorCode(revoked) === 'unsupported_token_type')
      return judge.warn({ expected: '200, and a dead access token', received: describeAnswer(revoked) });
    verifyAccepted(judge, revoked);
    const after = await sightings(server, accessToken);
    const expected = `the token refused at ${places.join(' and ')}`;
    if (places.some((place) => after.get(place) === undefined))
      judge.inconclusive(expected, 'a place that answers 429, 5xx or nothing of use');
    const still = goodAt(after);
    const received = `a token that is still good at ${still.join(' and ')}`;
    if (still.length > 0 && selfContained(accessToken, still)) return judge.warn({ expected, received });
    if (still.length > 0) judge.fail({ expected, received });
    // Dead because revoked, not because the place refuses everything by now.
    const fresh = (await obtainLiveTokens(server)).places;
    if (places.some((place) => !fresh.includes(place)))
      judge.inconclusive(`a fresh token good at ${places.join(' and ')}`, 'one that is refused there by now');
  },
);
