import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'closes the connection after every answer, so that each request comes on a fresh one',
  seams: {
    transport: (rules) => ({
      send: (reply, response, exchange) =>
        rules.send({ ...reply, headers: { ...reply.headers, connection: 'close' } }, response, exchange),
    }),
  },
};
