/** For tests: a complete subject file for a real server, and how to change one thing in it. */

export const remoteServer = `version: 1
connection:
  id: default
  provider: example
  title: Example
  auth:
    type: oauth
    issuer: https://as.example
    authorizationUrl: https://as.example/authorize
    tokenUrl: https://as.example/token
    clientId: \${CLIENT_ID}
    clientSecret: \${CLIENT_SECRET}
    scopes: [read, write]
    authorizationParams: { prompt: consent }
    redirect: { method: web, redirectUrl: https://app.example/callback }
server:
  login:
    fields:
      username: ann
      password: \${PASSWORD}
  clients:
    second:
      clientId: second
  resourceUrl: https://api.example/me
  hosts: [login.example]
  authorized: we operate it
fails:
  - id: server/pkce/required
    until: 2026-06-15
warns: []
`;

export interface InvalidSample {
  text: string;
  /** `line:column path … words of the message`, in the order of the file. */
  expected: string[];
}

/** The valid sample with one thing changed; what is to be changed must be there. */
export function remote(from: string, to: string): string {
  if (!remoteServer.includes(from)) throw new Error(`the sample does not hold: ${from}`);
  return remoteServer.replace(from, () => to);
}

export function invalid(from: string, to: string, ...expected: string[]): InvalidSample {
  return { text: remote(from, to), expected };
}
