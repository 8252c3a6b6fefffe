import type { Behaviour } from '../behaviour.js';
import { tokenBody } from '../deviations/token-body.js';
import type { TokenBody } from '../seams/token-response.js';

/** A number: so many seconds, whatever the token lives. `never`: access tokens do not expire, and nothing is told. */
type Expiry = number | 'never' | 'string' | 'zero' | 'absent' | 'milliseconds';

export const behaviour: Behaviour<Expiry> = {
  axis: 'expiry',
  describes:
    'How token responses tell the lifetime where it is no number of seconds, or which other lifetime they tell; never: there is none.',
  schema: {
    oneOf: [{ type: 'integer', minimum: 1 }, { enum: ['never', 'string', 'zero', 'absent', 'milliseconds'] }],
  },
  seams: (expiry) => ({
    ...tokenBody(({ expires_in: seconds, ...rest }) => ({ ...rest, ...told(expiry, Number(seconds)) })),
    ...(expiry === 'never' ? { accessToken: () => ({ lifetime: () => aCentury }) } : {}),
  }),
};

const aCentury = 100 * 365 * 24 * 3600;

function told(expiry: Expiry, seconds: number): TokenBody {
  if (typeof expiry === 'number') return { expires_in: expiry };
  switch (expiry) {
    case 'string':
      return { expires_in: String(seconds) };
    case 'zero':
      return { expires_in: 0 };
    case 'milliseconds':
      return { expires_in: seconds * 1000 };
    case 'never':
    case 'absent':
      return {};
  }
}
