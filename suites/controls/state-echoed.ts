import { unique } from '../../fixtures/server/pkce.js';
import { describeLanding, type ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';

/** A plain state comes back as it was sent (RFC 6749 §4.1.2). */
export async function stateEchoed(server: ServerUnderTest, judge: Judge): Promise<void> {
  const state = unique('state');
  const landing = await server.authorize(server.authorizationRequest({ state }));
  if (landing.kind !== 'redirect' || !landing.query.has('code'))
    judge.inconclusive('a redirect to the redirect URI with a code', describeLanding(landing));
  const received = landing.query.get('state');
  if (received !== state)
    judge.fail({ expected: `state=${state}`, received: `state=${received ?? 'missing'}` });
}
