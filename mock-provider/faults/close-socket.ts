import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'does what is asked and closes the connection without an answer',
  seams: {
    transport: () => ({
      send: (_reply, response) => {
        response.destroy();
      },
    }),
  },
};
