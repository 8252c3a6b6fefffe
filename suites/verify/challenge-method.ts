import {
  type AuthorizationRequest,
  describeAnswer,
  type ServerUnderTest,
} from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import type { Answer } from '../../fixtures/wire/transport.js';
import { grantsIn, verifyErrorResponse } from './authorization-response.js';
import { carriesAccessToken } from './token-refusal.js';
import { verifyAvailable } from './unavailable.js';

const expected = 'the redirect URI with error=invalid_request and no code';

/** Verifiers for a code whose challenge is the S256 one, whatever its method was called. */
const proofs = {
  'the challenge itself': ({ parameters }: AuthorizationRequest) => parameters.code_challenge,
  'no verifier': () => undefined,
  'the S256 proof': ({ verifier }: AuthorizationRequest) => verifier,
};

/**
 * A code_challenge_method that RFC 7636 does not know is refused. Only s256, which is S256 but for the case, may get
 * a code, and only one that still asks for the S256 proof.
 */
export async function verifyMethodRefused(
  server: ServerUnderTest,
  judge: Judge,
  code_challenge_method: string,
): Promise<void> {
  const request = server.authorizationRequest({ code_challenge_method });
  const landing = await server.authorize(request);
  const asked = { errors: ['invalid_request'], tolerated: 'any' } as const;
  if (!grantsIn(landing).includes('code')) return verifyErrorResponse(server, judge, request, landing, asked);
  const answers = new Map<string, Answer>();
  for (const [proof, verifierFor] of Object.entries(proofs)) {
    const grant = await server.obtainCode({ code_challenge_method });
    answers.set(proof, await server.redeem(grant, { code_verifier: verifierFor(grant) }));
  }
  const told = [...answers].map(([proof, answer]) => `${proof} gets ${describeAnswer(answer)}`);
  const received = `a code, for which ${told.join(', ')}`;
  const accepted = [...answers].filter(([, answer]) => carriesAccessToken(answer)).map(([proof]) => proof);
  const proofless = accepted.some((proof) => proof !== 'the S256 proof');
  if (code_challenge_method !== 's256' || proofless) judge.fail({ expected, received });
  for (const answer of answers.values()) verifyAvailable(judge, expected, answer);
  if (accepted.length === 0) return judge.warn({ expected, received });
  judge.note(`taken for S256: ${received}`);
}
