import type { Behaviour } from '../behaviour.js';

export const behaviour: Behaviour<string> = {
  axis: 'tokens and resources',
  describes: 'Header in which the protected resource takes access tokens, in place of Authorization: Bearer.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9-]+$' },
  seams: (header) => ({
    resource: () => ({
      presentedToken({ request }) {
        const value = request.headers[header.toLowerCase()];
        return typeof value === 'string' && value !== '' ? value : undefined;
      },
      // No scheme of the Authorization header to name.
      challenge: () => ({}),
    }),
  }),
};
