import type { Behaviour } from '../behaviour.js';
import type { BackChannelExchange } from '../endpoints/back-channel.js';
import type { Reply } from '../reply.js';

type Format = 'json' | 'form' | 'form-unless-json-accepted';

export const behaviour: Behaviour<Format> = {
  axis: 'token response format',
  describes: 'Media type of token responses, errors included; one may depend on the Accept header.',
  schema: { enum: ['json', 'form', 'form-unless-json-accepted'] },
  seams: (format) => ({
    tokenResponse: (rules) => ({
      deliver: (body, exchange) => inFormat(format, rules.deliver(body, exchange), exchange),
      deliverError: (error, exchange) => inFormat(format, rules.deliverError(error, exchange), exchange),
    }),
  }),
};

function inFormat(format: Format, reply: Reply, { request }: BackChannelExchange): Reply {
  const json = format === 'json' || (format !== 'form' && acceptsJson(request.headers.accept));
  return json ? reply : asForm(reply);
}

/** A wildcard asks for nothing in particular. */
function acceptsJson(accept = ''): boolean {
  return /\bapplication\/(?:[\w.-]+\+)?json\b/i.test(accept);
}

function asForm(reply: Reply): Reply {
  const members = Object.entries(JSON.parse(reply.body) as Record<string, unknown>);
  const form = new URLSearchParams(
    members.map(([name, value]): [string, string] => [name, String(value ?? '')]),
  );
  const type = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  return { ...reply, headers: { ...reply.headers, ...type }, body: form.toString() };
}
