import type { Exchange } from '../exchange.js';
import { type ErrorPage, errorPage } from '../pages/error.js';

/** The HTML pages and the headers that protect them (RFC 9700 §4.16, RFC 6749 §10.13, §10.14). */
export interface PageSeam {
  error(page: ErrorPage, exchange: Exchange): string;
  headers(contentSecurityPolicy: string): Record<string, string>;
}

export const page: PageSeam = {
  error: errorPage,
  headers: (contentSecurityPolicy) => ({
    'content-security-policy': contentSecurityPolicy,
    'x-frame-options': 'DENY',
    // Under no-referrer browsers send `Origin: null` with our own forms too, and the check for forgery refuses them.
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
  }),
};
