/** For tests: invalid samples of the client section for each rule, with what must be said where. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is the notation under test.
import { invalidProgram, invalidWeb } from './client-sample.js';
import { type InvalidSample, remoteServer } from './remote-server-sample.js';

const issuer = 'issuer: http://127.0.0.1:9000/as';
const redirect = 'redirectUrl: http://127.0.0.1:8765/callback';
const at = { issuer: '11:3 client.issuer', driver: '3:3 client.driver' };

export const invalidClientSamples: Record<string, InvalidSample[]> = {
  'absolute-url': [
    invalidProgram(redirect, 'redirectUrl: /callback', '16:3 client.redirectUrl … absolute URI'),
    invalidProgram(
      redirect,
      'redirectUrl: http://127.0.0.1:{port}/callback',
      '16:3 client.redirectUrl … absolute URI',
    ),
    invalidWeb(
      'startUrl: http://127.0.0.1:{port}/login',
      'startUrl: 127.0.0.1:{port}/login',
      '6:7 client.driver.http.startUrl … no browser could open it',
    ),
  ],
  'client-issuer': [
    ['https://127.0.0.1:9000', 'speaks plain http'],
    ['http://127.0.0.1', 'names no port'],
    ['http://127.0.0.1:80', 'names no port'],
    ['http://127.0.0.1:0', 'names no port'],
    ['http://as.example:9000', 'not on 127.0.0.1'],
    ['http://127.0.0.2:9000', 'not on 127.0.0.1'],
    ['"http://[::1]:9000"', 'not on 127.0.0.1'],
    ['http://notlocalhost:9000', 'not on 127.0.0.1'],
    ['127.0.0.1:9000', 'not an absolute http URL'],
    ['http://127.0.0.1:9000/', 'a slash at the end'],
    ['http://127.0.0.1:9000/as?a=b', 'a query'],
    ['"http://127.0.0.1:9000/as#"', 'a fragment'],
    ['http://ann@127.0.0.1:9000', 'a user'],
    ['http://127.1:9000', 'a spelling'],
  ].map(([url, words]) => invalidProgram(issuer, `issuer: ${url}`, `${at.issuer} … ${words}`)),
  'fragment-or-userinfo': [
    invalidProgram(redirect, `${redirect}#a`, '16:3 client.redirectUrl … fragment'),
    invalidWeb(
      'http://app.localhost:{port}/me',
      'http://ann:pw@app.localhost:{port}/me',
      '7:7 client.driver.http.statusUrl … user name or password',
    ),
  ],
  'literal-secret': [
    {
      text: `${remoteServer}client: { driver: { stdio: [a] }, clientSecret: hush }\n`,
      expected: ['31:35 client.clientSecret … Write ${CLIENT_SECRET}'],
    },
  ],
  'misplaced-reference': [
    invalidProgram('clientId: my-app', 'clientId: ${A}', '13:3 client.clientId … environment'),
    invalidProgram(issuer, 'issuer: ${A}', `${at.issuer} … environment`),
    invalidProgram(
      '"{authorizationUrl}"',
      '"${A}"',
      '6:39 client.driver.exec.login.command[2] … environment',
    ),
    invalidWeb(
      'startUrl: http://127.0.0.1:{port}/login',
      'startUrl: http://127.0.0.1/${A}',
      '6:7 client.driver.http.startUrl … environment',
    ),
  ],
  'one-driver': [
    {
      text: 'version: 1\nclient: {}\n',
      expected: ['2:1 client.driver … --interactive'],
    },
    {
      text: 'version: 1\nclient:\n  driver: {}\n',
      expected: [`${at.driver} … names no driver`],
    },
    {
      text: 'version: 1\nclient:\n  driver:\n    module: ./a.mjs\n    stdio: [a]\n    interactive: {}\n',
      expected: [
        '5:5 client.driver.stdio … second driver beside module',
        '6:5 client.driver.interactive … second driver beside module',
      ],
    },
  ],
  'plain-http': [
    invalidProgram(
      redirect,
      'redirectUrl: http://app.example/callback',
      '16:3 client.redirectUrl … plain http',
    ),
  ],
  'regular-expression': [
    invalidProgram(
      'Open (\\\\S+) now',
      'Open (now',
      '8:18 client.driver.exec.browser.pattern … Unterminated group',
    ),
    invalidWeb('Logged in as \\\\w+', '*', '8:7 client.driver.http.authenticated … Nothing to repeat'),
  ],
  'scope-list': [
    invalidProgram('[read, write]', '[read, read]', '17:18 client.scopes[1] … listed twice'),
    invalidProgram('[read, write]', '[read write]', '17:12 client.scopes[0] … separator'),
  ],
  'start-command': [
    ...['stdio: [" "]', 'module: ["", a]'].map((driver) => ({
      text: `version: 1\nclient:\n  driver:\n    ${driver}\n`,
      expected: [
        `4:${driver.indexOf('[') + 6} client.driver.${driver.slice(0, driver.indexOf(':'))}[0] … blank`,
      ],
    })),
    invalidProgram(
      '[example-cli, whoami]',
      '[" ", whoami]',
      '10:27 client.driver.exec.status.command[0] … blank',
    ),
    invalidWeb('[node, app.mjs]', '[""]', '5:26 client.driver.http.start.command[0] … blank'),
  ],
};
