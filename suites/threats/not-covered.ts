import type { ThreatId } from '../threats.js';

const transport =
  'TLS stands or falls with the deployment, and is not judged: most subjects are tested on a loopback address.';
const database = 'How the server guards its database cannot be seen from outside.';

/** Threats that no requirement covers, and why: for a report they are unknown, whatever a run finds. */
export const notCovered: Partial<Record<ThreatId, string>> = {
  'RFC 9700 §4.2.2':
    'What the pages of the server link to and load is not searched, and one-time state does not help here.',
  'RFC 9700 §4.11.1':
    'The pages of a client beside its callback are not searched. What the server can do about it, exact comparison of redirect URIs, counts under RFC 6819 §4.1.5.',
  'RFC 9700 §4.13':
    'Which headers a reverse proxy sets, and which it passes on, is a matter of the deployment.',
  'RFC 9700 §4.15':
    'It takes a service client whose client_id is the name of a person; whom a server registers under which name cannot be tried from outside.',
  'RFC 9700 §4.17':
    'Responses that one window posts to another (postMessage) are not tested; the suites know responses by redirect.',
  'RFC 6819 §4.1.4':
    'Which browser shows the login, one of the system or one within the app, cannot be told from the requests that it sends.',
  'RFC 6819 §4.3.1': transport,
  'RFC 6819 §4.3.2': database,
  'RFC 6819 §4.3.4': database,
  'RFC 6819 §4.4.1.2': database,
  'RFC 6819 §4.4.3.5': database,
  'RFC 6819 §4.5.1': transport,
  'RFC 6819 §4.6.1': transport,
  'RFC 6819 §4.6.2':
    'Who can replay a request has read it: TLS again, or signed requests, which plain bearer tokens do without.',
};
