import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { SeenRequest } from '../../../fixtures/client/seen-request.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import {
  authenticationMethods,
  choosesByMetadata,
  offerMethod,
  type SecretMethod,
  takesMethod,
} from '../../verify/client/credentials.js';

const variants = [
  { method: 'client_secret_basic', fault: 'metadata-auth-basic-only' },
  { method: 'client_secret_post', fault: 'metadata-auth-post-only' },
] as const;

test(
  'Exactly one authentication method per request, the registered or advertised one',
  requirement({
    level: 'MUST NOT',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §2.3', 'RFC 8414 §2', 'RFC 7591 §2'],
    attack: 'Strict servers refuse, and others may disagree about who the client is.',
    threats: [],
    tested:
      'Looks for the secret in token, refresh and revocation requests to a provider that has Basic only, then post only.',
    fix: 'Authenticate by the one method that is configured, or else by one of token_endpoint_auth_methods_supported.',
    needs: ['client.code', 'client.confidential', 'provider.metadata'],
    negative: false,
    client: 'confidential',
  }),
  async ({ client, judge }) => {
    for (const { method, fault } of variants)
      await judge.variant(`only ${method}`, async () => {
        await client.provider.play(fault);
        const begun = client.seen.length;
        await offerMethod(client, method);
        await authenticateEverywhere(client);
        const seen = client.seen.slice(begun);
        const requests = seen.filter(({ endpoint }) => endpoint === 'token' || endpoint === 'revocation');
        if (requests.length === 0) judge.inconclusive('an access token request', 'none');
        if (choosesByMetadata(client) && !seen.some(({ endpoint }) => endpoint === 'metadata'))
          judge.inconclusive('the metadata to be read', 'no request for it');
        for (const request of requests) verifyMethod(client, judge, request, method);
      });
  },
);

async function authenticateEverywhere(client: ClientUnderTest): Promise<void> {
  await client.login();
  if (client.can('refresh')) await client.refresh();
  if (client.can('revoke')) await client.revoke();
}

function verifyMethod(
  client: ClientUnderTest,
  judge: Judge,
  request: SeenRequest,
  method: SecretMethod,
): void {
  const used = authenticationMethods(request);
  const where = `${request.endpoint} request (${request.parameter('grant_type') ?? 'a logout'})`;
  const received = `${used.length === 0 ? 'none' : used.join(' and ')} in the ${where}`;
  if (used.length !== 1)
    judge.fail({ expected: 'one method of client authentication in each request', received });
  if (used[0] === method) return;
  if (takesMethod(client))
    judge.fail({ expected: `${method}, the only one that the provider has`, received });
  judge.note(`${received}, as the client is configured`);
}
