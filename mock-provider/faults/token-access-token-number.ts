import { randomInt } from 'node:crypto';
import { tokenBody } from '../deviations/token-body.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers token requests with a number, another one each time, as access_token',
  seams: tokenBody((body) => ({ ...body, access_token: 1e15 + randomInt(2 ** 47) })),
};
