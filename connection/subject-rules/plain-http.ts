import { isLoopbackHost } from '../loopback.js';
import { urlFields, webUrl } from '../urls.js';
import type { SubjectRule } from './rule.js';

const message =
  'is plain http off loopback, so codes and tokens would cross the network readable (RFC 6749 section 3.1.2.1 and 3.2). Write https';

export const plainHttp: SubjectRule = {
  demands: 'URLs are https, unless they are loopback.',
  remedy: 'Write https, or an address of this machine.',
  clause: 'RFC 6749 §3.1.2.1, §3.2',
  onConnections: true,
  check: ({ subject }) =>
    urlFields(subject)
      .filter(({ url, use }) => {
        const parsed = webUrl(url);
        // A resource indicator is a name, to which nothing is sent; an application is on this machine by any name.
        return (
          use !== 'resource' &&
          use !== 'application' &&
          parsed?.protocol === 'http:' &&
          !isLoopbackHost(parsed.hostname)
        );
      })
      .map(({ path }) => ({ path, message })),
};
