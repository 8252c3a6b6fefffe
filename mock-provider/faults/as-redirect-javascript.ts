import type { Fault } from '../fault.js';
import { escaped } from '../pages/layout.js';

export const fault: Fault = {
  aimedAt: 'server/redirect-uri/dangerous-scheme',
  deviation: 'offers on its error page a "return to application" link to redirect_uri',
  seams: {
    page: ({ error }) => ({
      error(page, exchange) {
        const uri = new URLSearchParams(exchange.request.rawQuery).get('redirect_uri');
        const link = uri === null ? '' : `<p><a href="${escaped(uri)}">Return to application</a></p>`;
        return error(page, exchange).replace('</main>', () => `${link}</main>`);
      },
    }),
  },
};
