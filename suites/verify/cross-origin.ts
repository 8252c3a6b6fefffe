import { identification } from '../../fixtures/server/client-authentication.js';
import { clientRoles } from '../../fixtures/server/clients.js';
import type { Endpoints } from '../../fixtures/server/facts.js';
import { unique } from '../../fixtures/server/pkce.js';
import {
  describeAnswer,
  type Overrides,
  type ServerUnderTest,
} from '../../fixtures/server/server-under-test.js';
import { tokenParameters } from '../../fixtures/server/token-parameters.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { type Answer, headerValues } from '../../fixtures/wire/transport.js';

/** A request that a script of another origin could make. */
export interface CrossOriginCall {
  name: string;
  method: 'GET' | 'POST';
  url: string;
  send(origin: string): Promise<Answer>;
}

/** One request to each endpoint that is known and meant for programs; the token endpoint's would be granted. */
export function crossOriginCalls(server: ServerUnderTest): CrossOriginCall[] {
  const introspector = server.facts.clients.find(clientRoles['introspection-client']);
  const documents = server.facts.discovery.filter(({ document }) => document !== undefined);
  const urls = { ...server.facts.endpoints };
  const posts: [keyof Endpoints, () => Promise<Overrides> | Overrides, ServerUnderTest][] = [
    ['token', async () => (await tokenParameters(server)).parameters, server],
    ['revocation', () => ({ token: unique('token') }), server],
    ['introspection', () => ({ token: unique('token') }), introspector ? server.as(introspector) : server],
  ];
  return [
    ...posts.flatMap(([name, parameters, caller]) => {
      const url = urls[name];
      const send = async (origin: string) => {
        const own = await identification(caller, url ?? '');
        return caller.post(name, await parameters(), { ...own, headers: { ...own.headers, origin } });
      };
      return url === undefined ? [] : [{ name, method: 'POST' as const, url, send }];
    }),
    ...bareCall(server, 'userinfo', 'GET', { authorization: `Bearer ${unique('token')}` }),
    ...bareCall(server, 'registration', 'POST', { 'content-type': 'application/json' }),
    ...bareCall(server, 'jwks', 'GET'),
    ...documents.map(({ kind, url }) => bare(server, kind, 'GET', url)),
  ];
}

function bareCall(
  server: ServerUnderTest,
  name: keyof Endpoints,
  method: 'GET' | 'POST',
  headers: Record<string, string> = {},
): CrossOriginCall[] {
  const url = server.facts.endpoints[name];
  return url === undefined ? [] : [bare(server, name, method, url, headers)];
}

function bare(
  { transport }: ServerUnderTest,
  name: string,
  method: 'GET' | 'POST',
  url: string,
  headers: Record<string, string> = {},
): CrossOriginCall {
  const body = method === 'POST' ? { body: '' } : {};
  return {
    name,
    method,
    url,
    send: (origin) =>
      transport.send({ method, url, headers: { accept: 'application/json', ...headers, origin }, ...body }),
  };
}

const expected =
  'no Access-Control-Allow-Origin for a foreign origin together with Access-Control-Allow-Credentials';

/** A foreign page may not read the answer with the user's cookies (Fetch standard, CORS protocol). */
export async function verifyNoCredentialedReflection(
  { transport }: ServerUnderTest,
  judge: Judge,
  call: CrossOriginCall,
  origin: string,
): Promise<void> {
  const preflight = await transport.send({
    method: 'OPTIONS',
    url: call.url,
    headers: {
      origin,
      'access-control-request-method': call.method,
      'access-control-request-headers': 'authorization, content-type',
    },
  });
  const actual = await call.send(origin);
  if (opensTo(origin, actual)) judge.fail({ expected, received: `both for ${origin} in the answer` });
  const busy =
    [preflight, actual].find(({ status }) => status === 429) ?? (actual.status >= 500 ? actual : undefined);
  if (busy !== undefined) judge.inconclusive(expected, describeAnswer(busy));
  if (!opensTo(origin, preflight)) return;
  // A browser goes on after a preflight of status 2xx only.
  if (preflight.status >= 200 && preflight.status <= 299)
    judge.warn({ expected, received: `both for ${origin} in the preflight, though not in the answer` });
  else judge.note(`both for ${origin} in a preflight of status ${preflight.status}, which browsers refuse`);
}

function opensTo(origin: string, answer: Answer): boolean {
  return (
    headerValues(answer, 'access-control-allow-origin').join() === origin &&
    headerValues(answer, 'access-control-allow-credentials').join() === 'true'
  );
}
