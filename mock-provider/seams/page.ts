import { type ErrorPage, errorPage } from '../pages/error.js';

/** The HTML pages and the headers that protect them (RFC 9700 §4.16, RFC 6749 §10.13, §10.14). */
export interface PageSeam {
  error(page: ErrorPage): string;
  headers(contentSecurityPolicy: string): Record<string, string>;
}

export const page: PageSeam = {
  error: errorPage,
  headers: (contentSecurityPolicy) => ({
    'content-security-policy': contentSecurityPolicy,
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  }),
};
