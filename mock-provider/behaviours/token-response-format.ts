import type { Behaviour } from '../behaviour.js';
import { asForm, asXml } from '../deviations/token-reply-formats.js';
import type { Reply } from '../reply.js';

type Format = 'json' | 'form' | 'by-accept';

export const behaviour: Behaviour<Format> = {
  axis: 'token response format',
  describes:
    'Media type of token responses, errors included; by-accept: a form, unless the Accept header asks for JSON or XML.',
  schema: { enum: ['json', 'form', 'by-accept'] },
  seams: (format) => ({
    tokenResponse: (rules) => ({
      encode: (reply, exchange) =>
        inFormat(format, rules.encode(reply, exchange), exchange.request.headers.accept),
    }),
  }),
};

/** A wildcard asks for nothing in particular. */
function inFormat(format: Format, reply: Reply, accept = ''): Reply {
  if (format === 'json' || reply.headers['content-type'] !== 'application/json') return reply;
  if (format === 'form') return asForm(reply);
  if (/\bapplication\/(?:[\w.-]+\+)?json\b/i.test(accept)) return reply;
  return /\bapplication\/xml\b/i.test(accept) ? asXml(reply) : asForm(reply);
}
