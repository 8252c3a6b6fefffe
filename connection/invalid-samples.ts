/** For tests: invalid samples for each rule, with what must be said where. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is the notation under test.
import { type InvalidSample, invalid, remote } from './remote-server-sample.js';

const issuer = 'issuer: https://as.example\n';
const token = 'tokenUrl: https://as.example/token';
const resource = 'resourceUrl: https://api.example/me';
const second = 'clientId: second';
const until = '    until: 2026-06-15';
const authorized = 'authorized: we operate it';
const callback = 'https://app.example/callback';

const at = {
  token: '10:5 connection.auth.tokenUrl',
  redirect: '15:30 connection.auth.redirect.redirectUrl',
};

export const invalidSamples: Record<string, InvalidSample[]> = {
  'absolute-url': [
    ...[
      '/token',
      'as.example/token',
      'ftp://as.example/',
      'https:/as.example',
      '"https://a b/"',
      'https://',
    ].map((url) => invalid(token, `tokenUrl: ${url}`, `${at.token} … not an absolute http`)),
    invalid(callback, 'jingle://callback', `${at.redirect} … http or https`),
    ...['/callback', '"javascript:alert(1)"', 'https://'].map((url) =>
      invalid(
        second,
        `${second}\n      redirectUrls: [${url}]`,
        '24:22 server.clients.second.redirectUrls[0] … absolute',
      ),
    ),
    invalid(
      resource,
      `${resource}\n  resourceIndicators: { first: api, second: https://b.example }`,
      '25:25 server.resourceIndicators.first … RFC 8707',
    ),
  ],
  'authorized-hosts': [
    {
      text: 'version: 1\nserver: { mock: {}, resourceUrl: "https://api.example" }\n',
      expected: ['2:1 server.authorized … and api.example would'],
    },
    invalid(`  ${authorized}\n`, '', '16:1 server.authorized … as.example, api.example, login.example'),
    {
      text: remote(`  ${authorized}\n`, '').replaceAll(/(as|api|login)\.example/g, '127.0.0.1.$1.example'),
      expected: ['16:1 server.authorized … 127.0.0.1.as.example'],
    },
    {
      text: 'version: 1\nserver:\n  mock: {}\n  hosts: [as.localhost, as.example]\n',
      expected: ['2:1 server.authorized … and as.example would'],
    },
  ],
  'declared-expired': [
    invalid(until, '    until: 2026-06-14', '29:5 fails[0].until … expired'),
    invalid(
      'warns: []',
      'warns: [{ id: server/a/b, until: 2025-12-31 }]',
      '30:27 warns[0].until … 2025-12-31',
    ),
    invalid(
      'warns: []',
      'flaky: [{ id: server/a/b, reason: r, until: 2026-06-14 }]',
      '30:38 flaky[0].until … 2026-06-14',
    ),
  ],
  'declared-id': [
    ...[
      'pkce',
      'server/pkce',
      'server/pkce/a/b',
      'servers/pkce/a',
      'server/PKCE/a',
      'server//a',
      'server/a/b.spec.ts',
    ].map((id) => invalid('server/pkce/required', id, '28:5 fails[0].id … role/area/name')),
    invalid('warns: []', 'warns: [id: x]', '30:9 warns[0].id … role/area/name'),
    invalid('warns: []', 'flaky: [{ id: x, reason: r }]', '30:11 flaky[0].id … role/area/name'),
  ],
  'declared-once': [
    invalid(until, '  - id: server/pkce/required', '29:5 fails[1].id … declared twice'),
    invalid(
      until,
      `${until}\n  - { id: server/pkce/required, profile: slack }\n  - { id: server/pkce/required, profile: [github, slack] }`,
      '31:7 fails[2].id … declared twice',
    ),
    invalid('warns: []', 'warns: [id: server/pkce/required]', '30:9 warns[0].id … under fails too'),
    invalid(
      'warns: []',
      'warns: [id: server/a/b]\nflaky: [{ id: server/a/b, reason: r }]',
      '31:11 flaky[0].id … under warns too',
    ),
  ],
  'fragment-or-userinfo': [
    invalid(token, `${token}#`, `${at.token} … fragment`),
    invalid(callback, `"${callback}#a"`, `${at.redirect} … fragment`),
    invalid(token, 'tokenUrl: https://ann:pw@as.example/token', `${at.token} … user name or password`),
    invalid(issuer, 'issuer: https://ann@as.example\n', '8:5 connection.auth.issuer … user name or password'),
    invalid(
      second,
      `${second}\n      redirectUrls: [jingle://a, "jingle://b#c"]`,
      '24:34 server.clients.second.redirectUrls[1] … fragment',
    ),
  ],
  'host-name': [
    'https://login.example',
    'login.example/x',
    'ann@login.example',
    '"*.example"',
    '""',
    'a b',
  ].map((host) => invalid('[login.example]', `[${host}]`, '25:11 server.hosts[0] … not a host name')),
  'issuer-shape': ['https://as.example?x=1', 'https://as.example?', '"https://as.example#a"'].map((url) =>
    invalid(issuer, `issuer: ${url}\n`, '8:5 connection.auth.issuer … RFC 8414'),
  ),
  'literal-secret': [
    {
      text: 'version: 1\nconnection:\n  id: a\n  provider: a\n  title: a\n  auth: { type: apiKey, clientSecret: x }\n',
      expected: ['6:25 connection.auth.clientSecret … literal'],
    },
    invalid('${CLIENT_SECRET}', 'hush', '12:5 connection.auth.clientSecret … Write ${CLIENT_SECRET}'),
    invalid('${CLIENT_SECRET}', 'hush-${A}', '12:5 connection.auth.clientSecret … literal'),
    invalid('${PASSWORD}', 'hush', '20:7 server.login.fields.password … Write ${PASSWORD}'),
    ...['user[passwd]', 'j_password', 'newPwd', 'loginPin', 'otp', 'clientSecret', 'PIN'].map((name) =>
      invalid(
        'username:',
        `${name}:`,
        `19:7 server.login.fields${/\W/.test(name) ? `["${name}"]` : `.${name}`} … literal`,
      ),
    ),
    invalid(second, `${second}\n      clientSecret: x`, '24:7 server.clients.second.clientSecret … literal'),
    invalid(
      second,
      `${second}\n      privateKey: x`,
      '24:7 server.clients.second.privateKey … Write ${PRIVATE_KEY}',
    ),
    invalid(
      second,
      `${second}\n      privateKey: { kty: EC, x: a, d: b }`,
      '24:36 server.clients.second.privateKey.d … Write ${PRIVATE_KEY}',
    ),
  ],
  'misplaced-reference': [
    invalid(token, 'tokenUrl: https://as.example/${A}', `${at.token} … environment`),
    invalid(token, 'tokenUrl: ${A}', `${at.token} … environment`),
    invalid('title: Example', 'title: ${A}', '5:3 connection.title … environment'),
    invalid(
      'prompt: consent',
      'prompt: "x${A}"',
      '14:28 connection.auth.authorizationParams.prompt … environment',
    ),
    invalid('[login.example]', '["${A}"]', '25:11 server.hosts[0] … environment'),
    invalid('fields:\n', 'submit: ${A}\n    fields:\n', '18:5 server.login.submit … environment'),
  ],
  'plain-http': [
    invalid(token, 'tokenUrl: http://as.example/token', `${at.token} … plain http`),
    invalid(token, 'tokenUrl: http://127.0.0.1.evil.test/', `${at.token} … plain http`),
    invalid(issuer, 'issuer: http://as.example\n', '8:5 connection.auth.issuer … plain http'),
    invalid(callback, 'http://app.example/callback', `${at.redirect} … plain http`),
    invalid(resource, 'resourceUrl: http://api.example/me', '24:3 server.resourceUrl … plain http'),
  ],
  'reachable-server': [
    invalid('clientId: ${CLIENT_ID}\n', 'clientType: public\n', '6:3 connection.auth.clientId … missing'),
    {
      text: remote(issuer, 'jwksUrl: https://as.example/jwks\n').replace(`    ${token}\n`, ''),
      expected: ['6:3 connection.auth … names no server'],
    },
    invalid('type: oauth', 'type: apiKey', '7:5 connection.auth.type … must be oauth'),
    { text: 'version: 1\nserver: { login: auto-approve }\n', expected: ['1:1 connection … missing'] },
  ],
  'scope-list': [
    invalid('[read, write]', '[read, read]', '13:20 connection.auth.scopes[1] … listed twice'),
    invalid('[read, write]', '[read, "  "]', '13:20 connection.auth.scopes[1] … blank'),
    invalid('[read, write]', '[read write]', '13:14 connection.auth.scopes[0] … separator'),
    invalid(
      '[read, write]',
      '["a,b"]\n    scopeSeparator: ","',
      '13:14 connection.auth.scopes[0] … separator',
    ),
    invalid(second, `${second}\n      scopes: [""]`, '24:16 server.clients.second.scopes[0] … blank'),
  ],
  'scoped-resource': [
    invalid(
      resource,
      `${resource}\n  scopedResource: { url: https://api.example/a, scope: admin }`,
      '25:49 server.scopedResource.scope … not among',
    ),
  ],
  'shadowed-parameter': [
    'response_type client_id redirect_uri scope state code_challenge code_challenge_method nonce request request_uri'
      .split(' ')
      .map((name) =>
        invalid(
          'prompt:',
          `${name}:`,
          `14:28 connection.auth.authorizationParams.${name} … each request sets anew`,
        ),
      ),
  ].flat(),
  'something-to-judge': [{ text: 'version: 1\nfails: []\n', expected: ['1:1  … nothing to judge'] }],
  'start-command': [
    invalid(
      resource,
      `${resource}\n  start: { command: [" ", a], url: "http://127.0.0.1:1/" }`,
      '25:22 server.start.command[0] … blank',
    ),
  ],
};
