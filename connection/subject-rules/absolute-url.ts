import { environmentReference } from '../environment-references.js';
import { type UrlField, type UrlUse, urlFields, webUrl } from '../urls.js';
import type { SubjectRule } from './rule.js';

export const absoluteUrl: SubjectRule = {
  demands:
    'Each URL is absolute; a redirect URI may have a scheme of an app, but none that a browser runs or reads.',
  remedy: 'Write the URL in full, for example https://as.example/token.',
  clause: 'RFC 6749 §3.1.2, RFC 8707 §2',
  onConnections: true,
  check: ({ subject }) =>
    urlFields(subject)
      // A misplaced reference has a rule of its own, which tells more.
      .filter((field) => field.url.search(environmentReference) === -1 && !isUsable(field))
      .map(({ path, use }) => ({ path, message: messages[use] })),
};

/** Schemes in which a browser runs or reads something instead of handing the response to an app. */
const unsafeSchemes = new Set(['javascript:', 'data:', 'vbscript:', 'file:', 'blob:', 'about:']);

function isUsable({ url, use }: UrlField): boolean {
  if (use !== 'redirect' && use !== 'resource') return webUrl(url) !== undefined;
  if (/^https?:/i.test(url)) return webUrl(url) !== undefined;
  if (!/^[a-z][a-z0-9+.-]*:[^\s\p{Cc}]+$/iu.test(url) || !URL.canParse(url)) return false;
  return !unsafeSchemes.has(new URL(url).protocol);
}

const endpoint =
  'is not an absolute http or https URL, so no request can be sent there. Write it in full, for example https://as.example/token';
const messages: Record<UrlUse, string> = {
  issuer: endpoint,
  endpoint,
  application:
    'is not an absolute http or https URL, so no browser could open it. Write it in full, for example http://127.0.0.1:{port}/login',
  'web-redirect':
    'is not an absolute http or https URL, so no response can arrive there. Write it in full, for example http://127.0.0.1:8765/callback',
  redirect:
    'is not an absolute URI that can be a redirection endpoint (RFC 6749 section 3.1.2), so no response can arrive there. Write it in full, for example http://127.0.0.1:8765/callback or jingle://oauth/callback',
  resource:
    'is not an absolute URI, which a resource indicator must be (RFC 8707 section 2). Write it in full, for example https://api.example/',
};
