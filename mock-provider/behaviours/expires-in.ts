import type { Behaviour } from '../behaviour.js';
import { tokenBody } from '../deviations/token-body.js';
import type { TokenBody } from '../seams/token-response.js';

type Expiry = 'string' | 'zero' | 'absent' | 'milliseconds';

export const behaviour: Behaviour<Expiry> = {
  axis: 'expiry',
  describes: 'How token responses tell the lifetime, where it is no number of seconds.',
  schema: { enum: ['string', 'zero', 'absent', 'milliseconds'] },
  seams: (expiry) =>
    tokenBody(({ expires_in: seconds, ...rest }) => ({ ...rest, ...told(expiry, Number(seconds)) })),
};

function told(expiry: Expiry, seconds: number): TokenBody {
  switch (expiry) {
    case 'string':
      return { expires_in: String(seconds) };
    case 'zero':
      return { expires_in: 0 };
    case 'milliseconds':
      return { expires_in: seconds * 1000 };
    case 'absent':
      return {};
  }
}
