import type { ConnectionAnswers } from './answers.js';
import { field, type Line, reference, unused, value, values } from './yaml-lines.js';

/** The manifest: how a client of the server connects. */
export function connectionLines(answers: ConnectionAnswers): Line[] {
  const { host, clientId, clientType, clientAuthentication, secretVariable } = answers;
  return [
    field(0, 'connection:', 'the manifest: how a client connects to the server'),
    field(1, 'id: default', 'names the connection, where there are several'),
    field(1, `provider: ${providerOf(host)}`, 'names the server for programs'),
    field(1, `title: ${value(`Authorization server at ${host}`)}`, 'names it for people'),
    field(1, 'auth:'),
    field(2, 'type: oauth'),
    ...endpointLines(answers),
    field(2, `clientId: ${value(clientId)}`, 'registered at the server'),
    field(2, `clientType: ${clientType}`, clientType === 'public' ? 'it has no secret' : 'it has a secret'),
    field(2, `clientAuthentication: ${clientAuthentication}`, 'at the token endpoint'),
    ...(secretVariable === undefined
      ? []
      : [
          field(
            2,
            `clientSecret: ${reference(secretVariable)}`,
            'from the environment; a literal one is refused',
          ),
        ]),
    ...redirectLines(answers),
    ...furtherLines(answers),
  ];
}

function endpointLines({ issuer, authorizationUrl, tokenUrl }: ConnectionAnswers): Line[] {
  return [
    ...(issuer === undefined
      ? []
      : [field(2, `issuer: ${value(issuer)}`, 'its metadata name the endpoints')]),
    ...(authorizationUrl === undefined
      ? []
      : [field(2, `authorizationUrl: ${value(authorizationUrl)}`, 'where browsers are sent to log in')]),
    ...(tokenUrl === undefined
      ? []
      : [field(2, `tokenUrl: ${value(tokenUrl)}`, 'where codes are exchanged for tokens')]),
    ...(issuer === undefined
      ? [
          unused(
            2,
            `revocationUrl: ${sample(tokenUrl, 'revoke')}`,
            'likewise introspectionUrl, userinfoUrl, jwksUrl …',
          ),
        ]
      : []),
  ];
}

function redirectLines({ redirect, scopes, pkce }: ConnectionAnswers): Line[] {
  const written = Object.entries(redirect)
    .map(([name, text]) => `${name}: ${value(text)}`)
    .join(', ');
  return [
    field(2, `redirect: { ${written} }`, 'registered for the client'),
    field(2, `scopes: ${values(scopes)}`, 'that the client asks for; two or more test more'),
    pkce
      ? field(2, 'pkce: { methods: [S256] }', 'required: true, if the server refuses requests without')
      : unused(
          2,
          'pkce: { methods: [S256] }',
          'if the server takes it; required: true, if it refuses requests without',
        ),
    field(2, 'secretNames: [accessToken, refreshToken]', 'where the product keeps what it receives'),
  ];
}

function furtherLines({ openid }: ConnectionAnswers): Line[] {
  const more = openid ? 'prompt: consent' : 'audience: my-api';
  return [
    unused(2, `authorizationParams: { ${more} }`, 'further parameters of the authorization request'),
    unused(2, 'tokenRequestFormat: json', 'if the token endpoint wants JSON'),
    unused(2, 'rateLimit: { requests: 10, perSeconds: 5 }', 'the run keeps to it'),
  ];
}

/** A name for programs, out of a host name; an address is none. */
export function providerOf(host: string): string {
  const { hostname } = new URL(`http://${host}`);
  const named = /^[a-z][a-z0-9.-]*$/.test(hostname) && hostname !== 'localhost';
  return named ? hostname.replaceAll('.', '-') : 'my-server';
}

function sample(url: string | undefined, path: string): string {
  return value(`${url === undefined ? 'https://login.example' : new URL(url).origin}/${path}`);
}
