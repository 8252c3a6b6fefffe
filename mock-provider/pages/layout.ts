import { createHash } from 'node:crypto';
import { inHtml } from '../../connection/in-html.js';
import { style } from './style.js';

const styleHash = createHash('sha256').update(style).digest('base64');

/** Makes a value harmless in text and in quoted attributes. */
export function escaped(value: string): string {
  return inHtml(value).replaceAll('`', '&#96;');
}

/** Text that others chose: set apart, so that its direction of writing turns nothing around it. */
export function foreign(value: string): string {
  return `<bdi>${escaped(value)}</bdi>`;
}

/** What a form sends on, beside what is typed into it. */
export function hiddenFields(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('');
}

/** A whole page; `title` is text, `content` is HTML that its maker has escaped. */
export function layout(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><main>${content}</main><footer>Proofkey mock authorization server, for tests</footer></body></html>`;
}

/**
 * No script, no frame, nothing loaded. A form may lead to this server and on to the redirect URI, which browsers
 * count as part of the submission.
 */
export function contentSecurityPolicy(redirectUri?: string): string {
  const target = redirectUri === undefined ? '' : ` ${sourceOf(redirectUri)}`;
  return `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'${target}`;
}

function sourceOf(uri: string): string {
  const { origin, protocol } = new URL(uri);
  return origin === 'null' ? protocol : origin;
}
