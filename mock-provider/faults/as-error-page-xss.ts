import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/injection/reflected-html',
  deviation: 'interpolates client_id into the error page',
  seams: {
    page: (rules) => ({
      error(page, exchange) {
        const clientId = new URLSearchParams(exchange.request.rawQuery).get('client_id') ?? '';
        return rules.error(page, exchange).replace('</ul>', () => `<li>client_id: ${clientId}</li></ul>`);
      },
    }),
  },
};
