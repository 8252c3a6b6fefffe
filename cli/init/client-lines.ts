import type { ClientAnswers, DriverAnswers } from './answers.js';
import { field, type Line, unused, value, values } from './yaml-lines.js';

/** How the client is tested. */
export function clientLines({ driver, fixed }: ClientAnswers): Line[] {
  return [
    field(0, 'client:', 'how to test the client; the mock takes the place of its server'),
    field(1, 'driver:', 'what makes it log in, call and refresh'),
    ...driverLines(driver),
    ...fixedLines(fixed),
    unused(1, 'scopes: [read, write]', 'that the client asks for'),
    ...declaredLines(driver),
    unused(1, 'timeLimitSeconds: 20', 'for one operation'),
  ];
}

function driverLines(driver: DriverAnswers): Line[] {
  switch (driver.kind) {
    case 'stdio':
      return [
        field(2, `stdio: ${values(driver.command)}`, 'an adapter that speaks JSON-RPC; paths start here'),
      ];
    case 'module':
      return [field(2, `module: ${value(driver.path)}`, 'an ES module with the operations')];
    case 'interactive':
      return [
        field(2, 'interactive: { waitSeconds: 120 }', 'a person: told what to do, judged from the wire'),
      ];
    case 'exec':
      return [
        field(2, 'exec:', 'an unmodified program, one process for each operation'),
        field(3, `login: { command: ${values(driver.command)} }`, 'exit status 0: logged in'),
        driver.pattern === undefined
          ? field(3, 'browser: program', 'it starts the program that BROWSER names')
          : field(3, `browser: { pattern: ${value(driver.pattern)} }`, 'captures the URL from its output'),
        unused(3, 'call: { command: [mycli, get, "{url}"] }', 'likewise refresh, revoke, status'),
      ];
    default:
      return webLines(driver);
  }
}

function webLines({ kind, start, startUrl, statusUrl, authenticated }: WebAnswers): Line[] {
  return [
    field(
      2,
      `${kind}:`,
      kind === 'http' ? 'a web application; Proofkey is its browser' : 'a web application, in Chromium',
    ),
    ...(start === undefined ? [] : startLines(start)),
    field(3, `startUrl: ${value(startUrl)}`, 'begins a login'),
    field(3, `statusUrl: ${value(statusUrl)}`, 'shows who is logged in'),
    field(3, `authenticated: ${value(authenticated)}`, 'matches that page when somebody is'),
    unused(3, 'callUrl: http://127.0.0.1:3000/call', 'likewise refreshUrl, logoutUrl'),
  ];
}

type WebAnswers = Extract<DriverAnswers, { startUrl: string }>;

/** The names are the application's own; these are what many have. */
function startLines(command: readonly string[]): Line[] {
  return [
    field(3, 'start:', 'brings the application up, once a worker'),
    field(4, `command: ${values(command)}`),
    field(4, 'environment:', 'write the names that your application reads'),
    field(5, 'PORT: "{port}"', 'a free port, the same in the URLs below'),
    field(5, 'ISSUER: "{issuer}"', 'also {authorizationUrl}, {tokenUrl} …'),
    field(5, 'CLIENT_ID: "{clientId}"'),
    field(5, 'REDIRECT_URL: "{redirectUrl}"'),
  ];
}

function fixedLines(fixed: ClientAnswers['fixed']): Line[] {
  if (fixed === undefined)
    return [
      unused(
        1,
        'issuer: http://127.0.0.1:9400',
        'if it cannot be told another issuer: the mock listens there',
      ),
      unused(1, 'clientId: my-app', 'that the mock registers; default: a new one for each test'),
      unused(1, 'redirectUrl: http://127.0.0.1:8765/callback', 'that the mock registers'),
    ];
  return [
    field(
      1,
      `issuer: ${value(fixed.issuer)}`,
      'that the application is configured with: the mock listens there',
    ),
    field(1, `clientId: ${value(fixed.clientId)}`, 'that the mock registers'),
    field(1, `redirectUrl: ${value(fixed.redirectUrl)}`, 'that the mock registers'),
  ];
}

/** Adapters say by themselves what they can do. */
function declaredLines({ kind }: DriverAnswers): Line[] {
  if (kind === 'stdio' || kind === 'module') return [];
  const capabilities = kind === 'exec' ? '[client.native-loopback]' : '[client.web]';
  return [unused(1, `capabilities: ${capabilities}`, 'what it can do beyond login: more is then judged')];
}
