import type { Behaviour } from '../behaviour.js';

type Default = 'first-registered' | 'none';

export const behaviour: Behaviour<Default> = {
  axis: 'strictness',
  describes:
    'Where an authorization request without redirect_uri is answered: at the first registered one, or nowhere.',
  schema: { enum: ['first-registered', 'none'] },
  seams: (byDefault) => ({
    authorizationRequest: () => ({
      defaultRedirectUri: ({ client }) => (byDefault === 'none' ? undefined : client.redirect_uris[0]),
    }),
  }),
};
