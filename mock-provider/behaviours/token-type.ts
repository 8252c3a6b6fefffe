import type { Behaviour } from '../behaviour.js';
import { tokenBody } from '../deviations/token-body.js';

export const behaviour: Behaviour<string | null> = {
  axis: 'token type',
  describes: 'Spelling of token_type in token responses; null: it is left out.',
  schema: { type: ['string', 'null'] },
  seams: (spelling) =>
    tokenBody(({ token_type: _standard, ...rest }) =>
      spelling === null ? rest : { ...rest, token_type: spelling },
    ),
};
