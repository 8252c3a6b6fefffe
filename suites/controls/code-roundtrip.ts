import {
  describeAnswer,
  describeLanding,
  type ServerUnderTest,
} from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { jsonObject } from '../../fixtures/wire/transport.js';

/** A correct request of the client in use ends in a code at its redirect URI, and the code in an access token. */
export async function codeRoundtrip(server: ServerUnderTest, judge: Judge): Promise<void> {
  const request = server.authorizationRequest();
  const landing = await server.authorize(request);
  const code = landing.kind === 'redirect' ? landing.query.get('code') : null;
  if (landing.kind !== 'redirect' || code === null) {
    judge.fail({
      expected: 'a redirect to the registered redirect URI with a code',
      received: describeLanding(landing),
    });
  }
  const registered = request.parameters.redirect_uri ?? '';
  if (!landing.location.startsWith(registered)) {
    judge.fail({
      expected: `the redirect at ${registered}, exactly as registered`,
      received: landing.target,
    });
  }
  if (landing.query.get('state') !== request.parameters.state) {
    judge.fail({
      expected: `state=${request.parameters.state}`,
      received: `state=${landing.query.get('state')}`,
    });
  }
  const answer = await server.redeem({ ...request, code, landing });
  if (answer.status !== 200 || typeof jsonObject(answer)?.access_token !== 'string') {
    judge.fail({ expected: '200 with an access_token for the code', received: describeAnswer(answer) });
  }
}
