import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from 'node:http';
import type { TestContext } from 'node:test';
import { clientsOf } from '../../../fixtures/server/clients.js';
import {
  type ClientOptions,
  defaultUser,
  type MockProvider,
  startMockProvider,
} from '../../../mock-provider/index.js';
import { mockSubject } from '../subject-files.js';
import { listening } from './listening.js';

/** A request and the mock's answer to it, as they pass the proxy. */
export interface Passage {
  method: string;
  /** Path and query. */
  path: string;
  requestHeaders: IncomingHttpHeaders;
  requestBody: string;
  status: number;
  responseHeaders: IncomingHttpHeaders;
  responseBody: string;
}

/** The part of an answer that a proxy may replace. */
export interface Replacement {
  status: number;
  headers: Record<string, string | string[]>;
  body: string;
}

/** Answers by itself, in whatever way. */
export type Takeover = (response: ServerResponse) => void;

/** Sees each passage; what it returns is sent in place of the mock's answer. */
export type Interceptor = (passage: Passage) => Replacement | Takeover | undefined;

/** Decides before the mock sees a request; what it returns is sent, and the mock never asked. */
export type Gate = (request: Pick<Passage, 'method' | 'path'>) => Replacement | undefined;

export interface MockBehindProxy {
  /** The proxy's origin, which is the issuer that the mock publishes. */
  issuer: string;
  provider: MockProvider;
}

/** The strict mock, with the clients of the built-in subject, behind a proxy that sees and may replace every answer. */
export async function mockBehindProxy(
  t: Pick<TestContext, 'after'>,
  intercept: Interceptor,
  {
    secrets = {},
    password,
    faults = [],
    gate,
  }: { secrets?: Record<string, string>; password?: string; faults?: string[]; gate?: Gate } = {},
): Promise<MockBehindProxy> {
  let provider: MockProvider | undefined;
  const issuer = await listening(t, (request, response) => {
    if (provider === undefined) throw new Error('the proxy was asked before the mock was up');
    const kept = gate?.({ method: request.method ?? 'GET', path: request.url ?? '/' });
    if (kept !== undefined) return void response.writeHead(kept.status, kept.headers).end(kept.body);
    pass(request, response, provider.address, intercept).catch(() => response.destroy());
  });
  const users = password === undefined ? {} : { users: [{ ...defaultUser, password }] };
  provider = await startMockProvider({ issuer, clients: registered(secrets), faults, ...users });
  t.after(() => provider?.close());
  return { issuer, provider };
}

async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  to: string,
  intercept: Interceptor,
): Promise<void> {
  const { method = 'GET', url: path = '/', headers } = request;
  const requestBody = await text(request);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    send(`${to}${path}`, { method, headers, agent: false }, resolve).on('error', reject).end(requestBody);
  });
  const responseBody = await text(answer);
  const status = answer.statusCode as number;
  const passage = {
    method,
    path,
    requestHeaders: headers,
    requestBody,
    status,
    responseHeaders: answer.headers,
    responseBody,
  };
  const replacement = intercept(passage);
  if (typeof replacement === 'function') replacement(response);
  else if (replacement !== undefined)
    response.writeHead(replacement.status, replacement.headers).end(replacement.body);
  else response.writeHead(status, answer.rawHeaders).end(responseBody);
}

async function text(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** The clients of the built-in subject as the mock registers them; `secrets` by client identifier replace its own. */
function registered(secrets: Record<string, string>): ClientOptions[] {
  return clientsOf(mockSubject()).map((client): ClientOptions => {
    const secret = secrets[client.clientId] ?? client.clientSecret;
    const { d: _d, ...publicKey } = client.privateKey ?? {};
    return {
      client_id: client.clientId,
      token_endpoint_auth_method: client.authentication,
      redirect_uris: client.redirectUris,
      require_pkce: client.authentication === 'none',
      may_introspect: client.introspects,
      ...(secret === undefined ? {} : { client_secret: secret }),
      ...(client.grantTypes === undefined ? {} : { grant_types: client.grantTypes }),
      ...(client.applicationType === undefined ? {} : { application_type: client.applicationType }),
      ...(client.privateKey === undefined ? {} : { jwks: { keys: [publicKey] } }),
    };
  });
}
