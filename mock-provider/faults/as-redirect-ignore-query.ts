import type { Fault } from '../fault.js';

const withoutQuery = (uri: string) => uri.replace(/\?.*$/s, '');

export const fault: Fault = {
  aimedAt: 'server/redirect-uri/query-appended',
  deviation: 'compares URIs without their query',
  seams: {
    authorizationRequest: ({ redirectUriMatches }) => ({
      redirectUriMatches: (requested, exchange) =>
        exchange.client.redirect_uris.some((uri) => withoutQuery(uri) === withoutQuery(requested)) ||
        redirectUriMatches(requested, exchange),
    }),
  },
};
