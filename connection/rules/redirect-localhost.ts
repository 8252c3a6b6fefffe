import { authorizationProvider } from '../known-providers.js';
import { webUrl } from '../urls.js';
import type { ConnectionRule } from './rule.js';
import { authenticates } from './shared/client-secret.js';

export const redirectLocalhost: ConnectionRule = {
  level: 'warning',
  demands: 'A native app listens on 127.0.0.1 or [::1], not on the name localhost.',
  remedy: 'Write 127.0.0.1 in place of localhost, where the provider takes it.',
  clause: 'RFC 8252 §8.3',
  check({ auth }) {
    // A web application under development, which has a secret, is no native app.
    if (auth.redirect?.method !== 'web' || authenticates(auth)) return [];
    const url = webUrl(auth.redirect.redirectUrl);
    if (url?.protocol !== 'http:' || url.hostname !== 'localhost') return [];
    if (authorizationProvider(auth)?.refusedRedirects?.includes('loopback address')) return [];
    return [
      {
        path: ['auth', 'redirect', 'redirectUrl'],
        what: 'goes to localhost',
        why: 'that name may resolve to another interface, or be caught by a firewall or a resolver',
        instead: 'Write 127.0.0.1 in its place, where the provider takes it',
      },
    ];
  },
};
