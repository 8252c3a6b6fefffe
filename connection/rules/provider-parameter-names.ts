import { tokenProvider } from '../known-providers.js';
import type { ConnectionRule } from './rule.js';

export const providerParameterNames: ConnectionRule = {
  level: 'warning',
  demands: 'parameterNames has the names that the provider has for parameters of the protocol.',
  remedy: 'Write parameterNames as the provider documents them.',
  check({ auth }) {
    const provider = tokenProvider(auth);
    return Object.entries(provider?.parameterNames ?? {})
      .filter(([name, own]) => auth.parameterNames?.[name] !== own)
      .map(([name, own]) => ({
        path: ['auth', 'parameterNames', name],
        what: `is not ${own}`,
        why: `${provider?.name} reads ${own}, and finds no ${name} in the request`,
        instead: `Write parameterNames: { ${name}: ${own} }`,
      }));
  },
};
