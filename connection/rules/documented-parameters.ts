import { authorizationProvider } from '../known-providers.js';
import { lacksNeededSecret } from './needed-client-secret.js';
import type { ConnectionRule } from './rule.js';

/** Information only: documentation may show a parameter that has a default. */
export const documentedParameters: ConnectionRule = {
  level: 'info',
  demands: 'authorizationParams has what the provider documents for each authorization request.',
  remedy: 'Add what the provider documents to authorizationParams.',
  check({ auth }) {
    const provider = authorizationProvider(auth);
    // First things first: no parameter helps a client that cannot redeem its code.
    if (provider === undefined || lacksNeededSecret(auth)) return [];
    const query = new URLSearchParams(/\?([^#]*)/.exec(auth.authorizationUrl ?? '')?.[1] ?? '');
    return (provider.authorizationParams ?? [])
      .filter(
        ({ whenScopes }) =>
          whenScopes === undefined || auth.scopes?.some((scope) => whenScopes.includes(scope)),
      )
      .flatMap(({ params }) => Object.entries(params))
      .filter(([name]) => auth.authorizationParams?.[name] === undefined && !query.has(name))
      .map(([name, value]) => ({
        path: ['auth', 'authorizationParams', name],
        what: 'is missing',
        why: `${provider.name} documents ${name}=${value} for this authorization request`,
        instead: `Write authorizationParams: { ${name}: ${value} }`,
      }));
  },
};
