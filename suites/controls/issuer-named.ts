import { describeLanding, type ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { verifyIssuer } from '../verify/issuer-parameter.js';

/** A successful authorization response names the issuer (RFC 9207 §2). */
export async function issuerNamed(server: ServerUnderTest, judge: Judge): Promise<void> {
  const landing = await server.authorize(server.authorizationRequest());
  if (landing.kind !== 'redirect' || !landing.query.has('code')) {
    judge.inconclusive('an authorization response with a code', describeLanding(landing));
  }
  verifyIssuer(server, judge, landing.query);
}
