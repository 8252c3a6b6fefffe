/** For tests: what the rules must leave alone, by what it shows. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is the notation under test.
import { remote, remoteServer } from './remote-server-sample.js';

const issuer = 'issuer: https://as.example\n';
const token = 'tokenUrl: https://as.example/token';
const second = 'clientId: second';
const until = '    until: 2026-06-15';
const resource = 'resourceUrl: https://api.example/me';
const authorized = 'authorized: we operate it';

const loopback = remoteServer.replaceAll(/https:\/\/(as|api)\.example/g, 'http://$1.localhost:9000');

export const validSamples: Record<string, string> = {
  'literal secrets where every host is loopback': loopback
    .replace('login.example', '127.0.0.1')
    .replace('${CLIENT_SECRET}', 'x')
    .replace('${PASSWORD}', 'x'),
  'no permission where every host is loopback': loopback
    .replace('login.example', '"[::1]:9000"')
    .replace(`  ${authorized}\n`, ''),
  'literal secrets with the mock': remoteServer
    .replace('${PASSWORD}', 'x')
    .replace('server:\n', 'server:\n  mock: {}\n'),
  'a connection alone, untested': remoteServer.slice(0, remoteServer.indexOf('server:\n')),
  'a field that only sounds like a PIN': remote('username:', 'shipping:'),
  'the last day of a declared deviation': remoteServer,
  'a private-use redirect of a client': remote(
    second,
    `${second}\n      redirectUrls: ["ai.jingle:/oauth?a=b"]`,
  ),
  'a query in an endpoint': remote(token, `${token}?tenant=1`),
  'a space in a scope when the separator is another': remote(
    '[read, write]',
    '[a b]\n    scopeSeparator: ","',
  ),
  'endpoints instead of an issuer': remote(`    ${issuer}`, ''),
  'an empty reason': remote(until, '    reason: ""'),
  'the mock in the place of a remote provider, without permission': `${remoteServer.slice(0, remoteServer.indexOf('server:\n'))}server: { mock: {} }\n`,
  'a scope of the mock, which has scopes of its own':
    'version: 1\nserver: { mock: {}, scopedResource: { url: "http://[::1]/a", scope: a } }\n',
  'a resource indicator with http, since it is only a name': remote(
    resource,
    `${resource}\n  resourceIndicators: { first: http://api.example/, second: "urn:b" }`,
  ),
};
