import { tokenBody } from '../deviations/token-body.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers token requests with the access token inside of an object',
  seams: tokenBody((body) => ({ ...body, access_token: { value: body.access_token } })),
};
