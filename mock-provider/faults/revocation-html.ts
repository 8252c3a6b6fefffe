import { revocationReply } from '../deviations/revocation-reply.js';
import type { Fault } from '../fault.js';
import { html } from '../reply.js';

export const fault: Fault = {
  deviation: 'answers revocation requests with 200 and an HTML page',
  seams: revocationReply(() => html(200, '<!doctype html><title>Done</title><p>You are signed out.')),
};
