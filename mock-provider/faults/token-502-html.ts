import { tokenReply } from '../deviations/token-reply.js';
import type { Fault } from '../fault.js';
import { html } from '../reply.js';

export const fault: Fault = {
  deviation: 'answers token requests with 502 and an HTML page',
  seams: tokenReply(() => html(502, '<!doctype html><title>Bad Gateway</title><h1>502</h1>')),
};
