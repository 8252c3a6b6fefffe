import { tokenUnsent } from '../deviations/token-unsent.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers token requests with 200 and headers, and keeps the connection open without the body',
  seams: tokenUnsent((response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 500 });
    response.flushHeaders();
  }),
};
