/** For tests: subject files with a client section, and how to change one thing in them. */
import type { InvalidSample } from './remote-server-sample.js';

/** A command-line program, with everything that such a file can have. */
export const programClient = `version: 1
client:
  driver:
    exec:
      login:
        command: [example-cli, login, "{authorizationUrl}"]
        environment: { CLIENT_SECRET: "{clientSecret}", HTTP_PASSWORD: "\${PASSWORD}" }
      browser: { pattern: "Open (\\\\S+) now" }
      call: { command: [example-cli, get, "{resource}"] }
      status: { command: [example-cli, whoami] }
  issuer: http://127.0.0.1:9000/as
  exclusive: true
  clientId: my-app
  clientSecret: known-to-everybody
  clientAuthentication: client_secret_post
  redirectUrl: http://127.0.0.1:8765/callback
  scopes: [read, write]
  capabilities: [client.refresh]
  leftToCaller: { client.owns-refresh: the user asks for it }
  timeLimitSeconds: 5
  settleSeconds: 0.5
`;

/** A web application, which is started on a free port. */
export const webClient = `version: 1
client:
  driver:
    http:
      start: { command: [node, app.mjs], environment: { PORT: "{port}", ISSUER: "{issuer}" } }
      startUrl: http://127.0.0.1:{port}/login
      statusUrl: http://app.localhost:{port}/me#top
      authenticated: "Logged in as \\\\w+"
      logoutUrl: http://127.0.0.1:{port}/bye?to={issuer}
  redirectUrl: http://127.0.0.1:{port}/callback
`;

/** A sample with one thing changed; what is to be changed must be there. */
export function changed(sample: string, from: string, to: string): string {
  if (!sample.includes(from)) throw new Error(`the sample does not hold: ${from}`);
  return sample.replace(from, () => to);
}

export function invalidProgram(from: string, to: string, ...expected: string[]): InvalidSample {
  return { text: changed(programClient, from, to), expected };
}

export function invalidWeb(from: string, to: string, ...expected: string[]): InvalidSample {
  return { text: changed(webClient, from, to), expected };
}
