import type { Behaviour } from '../behaviour.js';
import { asOwnError, type OwnErrors, ownErrorsSchema } from '../deviations/own-error.js';
import { json } from '../reply.js';
import { filledIn } from '../template.js';

export const behaviour: Behaviour<OwnErrors> = {
  axis: 'error transport',
  describes: 'Status, codes, descriptions and shape of error responses of the token endpoint.',
  schema: ownErrorsSchema,
  seams: (value) => ({
    tokenResponse: () => ({
      deliverError(error, exchange) {
        const { body, words: own, ...standard } = asOwnError(error, value);
        const { status } = standard;
        const kept = status === error.status ? error.headers : {};
        const filled = filledIn(body, { ...standard, ...own }, exchange);
        return json(status, filled, { 'cache-control': 'no-store', ...kept });
      },
    }),
  }),
};
