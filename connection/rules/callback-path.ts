import type { ConnectionRule } from './rule.js';

export const callbackPath: ConnectionRule = {
  level: 'error',
  demands: 'callbackPath is only what follows the scheme: no other URI, fragment, user name, port or space.',
  remedy: 'Write only what follows the scheme.',
  clause: 'RFC 6749 §3.1.2',
  check({ auth: { redirect } }) {
    if (redirect === undefined || redirect.method === 'web') return [];
    const objection = objectionTo(redirect.callbackPath, redirect.method === 'app-scheme');
    return objection === undefined ? [] : [{ path: ['auth', 'redirect', 'callbackPath'], ...objection }];
  },
};

function objectionTo(path: string, hasAuthority: boolean) {
  if (/^[a-z][a-z0-9+.-]*:\//i.test(path)) {
    const why = 'the scheme is put in front of it, so the redirect URI would have two';
    return { what: 'holds a whole URI', why, instead: 'Write only what follows the scheme' };
  }
  if (path.includes('#')) {
    const why = 'a redirect URI may not have one, and the response would be lost behind it';
    return { what: 'has a fragment', why, instead: 'Remove the part from "#"' };
  }
  if (path.trim() !== '' && /[\s\\\p{Cc}]/u.test(path)) {
    const why = 'no URI may have one, and providers compare redirect URIs character by character';
    return { what: 'holds a space, a backslash or a control character', why, instead: 'Remove it' };
  }
  // What follows two slashes is an authority, as in "jingle://oauth/callback".
  const authority = hasAuthority ? path.replace(/^\/+/, '').split(/[/?]/, 1)[0] : '';
  if (!/@|:\d*$/.test(authority ?? '')) return undefined;
  const why = 'apps that check what calls them refuse it, since it hides who is meant';
  return {
    what: 'has a user name or a port',
    why,
    instead: 'Write a name and a path, as in /oauth/callback',
  };
}
