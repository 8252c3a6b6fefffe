import { authorizationProvider, type KnownProvider } from '../known-providers.js';
import type { ConnectionAuth } from '../subject.js';
import type { ConnectionRule, RuleObjection } from './rule.js';
import { authenticates } from './shared/client-secret.js';

export const offlineAccess: ConnectionRule = {
  level: 'warning',
  demands: 'Where refresh is supported, the request asks for it in the way of the provider.',
  remedy:
    'Ask for it as the provider documents, by a scope or in authorizationParams, or write refresh: { supported: false }.',
  check({ auth }) {
    const provider = authorizationProvider(auth);
    if (provider?.offline === undefined || auth.refresh?.supported !== true) return [];
    if (provider.offline.webOnly && (auth.clientType === 'public' || !authenticates(auth))) return [];
    return [...missingParameters(auth, provider), ...missingScope(auth, provider)];
  },
};

function missingParameters(auth: ConnectionAuth, provider: KnownProvider): RuleObjection[] {
  const query = new URLSearchParams(/\?([^#]*)/.exec(auth.authorizationUrl ?? '')?.[1] ?? '');
  return Object.entries(provider.offline?.param ?? {})
    .filter(([name, value]) => (auth.authorizationParams?.[name] ?? query.get(name)) !== value)
    .map(([name, value]) => ({
      path: ['auth', 'authorizationParams', name],
      what: `is not "${value}"`,
      why: `${provider.name} issues no refresh token without it, and people log in again at each expiry`,
      instead: `Write authorizationParams: { ${name}: ${value} }, or refresh: { supported: false }`,
    }));
}

function missingScope({ scopes = [] }: ConnectionAuth, provider: KnownProvider): RuleObjection[] {
  const wanted = provider.offline?.scopes;
  // Without scopes of its own, a request gets those that the app was registered with.
  if (wanted === undefined || scopes.length === 0 || scopes.some((scope) => wanted.includes(scope)))
    return [];
  return [
    {
      path: ['auth', 'scopes'],
      what: `lacks ${wanted.join(' or ')}`,
      why: `${provider.name} issues no refresh token without it, and people log in again at each expiry`,
      instead: `Add ${wanted[0]}, or write refresh: { supported: false }`,
    },
  ];
}
