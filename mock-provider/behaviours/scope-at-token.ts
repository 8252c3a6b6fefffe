import type { Behaviour } from '../behaviour.js';
import { spaceSeparated } from '../exchange.js';
import { describable, OAuthError } from '../oauth-error.js';

export const behaviour: Behaviour<'narrows'> = {
  axis: 'scopes in requests',
  describes:
    'A token request that redeems a code may name scopes: its access token then has those, of the granted ones.',
  schema: { const: 'narrows' },
  seams: () => ({
    code: () => ({
      scope(granted, { parameters }) {
        const asked = spaceSeparated(parameters.get('scope'));
        const excess = asked.find((scope) => !granted.includes(scope));
        if (excess !== undefined)
          throw new OAuthError('invalid_scope', `scope ${describable(excess)} was not granted`);
        return asked.length > 0 ? asked : granted;
      },
    }),
  }),
};
