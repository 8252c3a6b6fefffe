/** For tests: what the rules must leave alone, by what it shows. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is the notation under test.
import { changed, programClient, webClient } from './client-sample.js';
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
  'an id that is declared for several profiles, and without one': remote(
    until,
    `${until}\n  - { id: server/pkce/required, profile: slack }\n  - { id: server/pkce/required, profile: [github, notion] }`,
  ),
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
  'a requirement that is flaky, with its reason': remote(
    'warns: []',
    'flaky: [{ id: server/a/b, reason: two versions }]',
  ),
  'an empty reason': remote(until, '    reason: ""'),
  'the mock in the place of a remote provider, without permission': `${remoteServer.slice(0, remoteServer.indexOf('server:\n'))}server: { mock: {} }\n`,
  'a scope of the mock, which has scopes of its own':
    'version: 1\nserver: { mock: {}, scopedResource: { url: "http://[::1]/a", scope: a } }\n',
  'a command-line program, with a secret that only the mock knows': programClient,
  'a web application on a port that is chosen for it, at a page with a fragment': webClient,
  'the same in Chromium': changed(webClient, '    http:\n', '    browser:\n'),
  'an application by another name of this machine': changed(
    webClient,
    'http://127.0.0.1:{port}/login',
    'http://my-app.test:{port}/login',
  ),
  'an adapter, and nothing else': 'version: 1\nclient: { driver: { stdio: [python3, adapter.py, ""] } }\n',
  'a client that a person drives': 'version: 1\nclient: { driver: { interactive: { waitSeconds: 60 } } }\n',
  'a program that starts its browser, and an issuer by name': changed(
    changed(programClient, '{ pattern: "Open (\\\\S+) now" }', 'program'),
    'http://127.0.0.1:9000/as',
    'http://as.localhost:9000',
  ),
  'an app scheme as redirect of a client': changed(
    programClient,
    'http://127.0.0.1:8765/callback',
    'ai.jingle:/oauth',
  ),
  'a client beside a remote server, its secret from the environment': `${remoteServer}client: { driver: { module: a }, clientSecret: "\${CLIENT_SECRET}" }\n`,
  'a resource indicator with http, since it is only a name': remote(
    resource,
    `${resource}\n  resourceIndicators: { first: http://api.example/, second: "urn:b" }`,
  ),
};
