import type { Behaviour } from '../behaviour.js';

export const behaviour: Behaviour<'ignored'> = {
  axis: 'refresh',
  describes: 'The scope parameter of a refresh is ignored: the new access token has all that was granted.',
  schema: { const: 'ignored' },
  seams: () => ({ refreshToken: () => ({ scope: (granted) => granted }) }),
};
