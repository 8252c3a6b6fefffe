import { listed, type ServerFacts } from '../../../fixtures/server/facts.js';
import { newVerifier, s256 } from '../../../fixtures/server/pkce.js';
import type { AuthorizationRequest, ServerUnderTest } from '../../../fixtures/server/server-under-test.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { attemptCode } from './code-attempt.js';
import type { Said } from './drift.js';

/** How a challenge comes from its verifier (RFC 7636 §4.2). */
export const transformations = { S256: s256, plain: (verifier: string) => verifier } as const;
export type Transformation = keyof typeof transformations;

/** A request whose challenge is made one way, under the name of a method or of none. */
export function challenged(
  server: ServerUnderTest,
  by: Transformation,
  code_challenge_method: string | undefined,
): AuthorizationRequest {
  const verifier = newVerifier();
  const code_challenge = transformations[by](verifier);
  return { ...server.authorizationRequest({ code_challenge, code_challenge_method }), verifier };
}

/** What metadata say of a method; without the member, that there is no PKCE at all (RFC 8414 §2). */
export function methodAdvertised(
  facts: ServerFacts,
  method: Transformation,
): 'accepted' | 'refused' | undefined {
  if (Object.keys(facts.metadata).length === 0) return undefined;
  return listed(facts, 'code_challenge_methods_supported')?.includes(method) ? 'accepted' : 'refused';
}

/** What the server does with a method. A refusal counts only if somebody gets a token, by another method or none. */
export async function methodObserved(
  server: ServerUnderTest,
  judge: Judge,
  method: Transformation,
): Promise<Said> {
  const { granted, told } = await attemptCode(server, judge, challenged(server, method, method));
  if (!granted && !(await worksOtherwise(server, judge, method)))
    judge.inconclusive('a request that is granted a token, with PKCE or without', told);
  return { value: granted ? 'accepted' : 'refused', by: told };
}

async function worksOtherwise(
  server: ServerUnderTest,
  judge: Judge,
  method: Transformation,
): Promise<boolean> {
  const other = method === 'S256' ? 'plain' : 'S256';
  const bare = server.authorizationRequest({ code_challenge: undefined, code_challenge_method: undefined });
  for (const request of [challenged(server, other, other), bare])
    if ((await attemptCode(server, judge, request)).granted) return true;
  return false;
}
