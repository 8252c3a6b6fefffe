import type { BackChannelExchange } from '../endpoints/back-channel.js';
import type { Fault } from '../fault.js';
import { waive, waiveUnless } from '../waive.js';

export const fault: Fault = {
  deviation: 'reads token requests by any method, from query, form or JSON, and notes it',
  seams: {
    tokenRequest: (rules) => ({
      methodAllowed: (method) => method === 'GET' || rules.methodAllowed(method),
      form: (exchange) => {
        const strict = exchange.request.method === 'POST' && exchange.request.rawQuery === '';
        waiveUnless(exchange, strict, 'the token request is no POST, or has a query');
        const query = new URLSearchParams(exchange.request.rawQuery);
        return new URLSearchParams([...query, ...body(exchange, () => rules.form(exchange))]);
      },
    }),
  },
};

function body(exchange: BackChannelExchange, strict: () => URLSearchParams): URLSearchParams {
  const { body } = exchange.request;
  if (body === '') return new URLSearchParams();
  return waive(exchange, strict, () => readAnyway(body));
}

function readAnyway(body: string): URLSearchParams {
  try {
    return new URLSearchParams(JSON.parse(body) as Record<string, string>);
  } catch {
    return new URLSearchParams(body);
  }
}
