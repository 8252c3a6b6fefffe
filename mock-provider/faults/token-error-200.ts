import type { Fault } from '../fault.js';
import { json } from '../reply.js';

export const fault: Fault = {
  deviation: 'answers every token request with an error under status 200',
  seams: {
    tokenResponse: () => {
      const deliver = () =>
        json(
          200,
          { error: 'bad_verification_code', error_description: 'the code or token is not valid' },
          { 'cache-control': 'no-store' },
        );
      return { deliver, deliverError: deliver };
    },
  },
};
