import { consoleFile, consoleFileNames } from '../console/files.js';
import { type AdminAnswer, type AdminCall, AdminError, type AdminRoute } from './route.js';

/**
 * Page, style and scripts of the console hold nothing of this server, so they need no token: a browser that is sent to
 * the page could not present one. What the page shows comes by the routes that do.
 */
export const consoleRoutes: readonly AdminRoute[] = [
  { method: 'GET', path: '/console', access: 'signed-out', answer: (call) => send(call, 'console.html') },
  { method: 'GET', path: '/console/{file}', access: 'signed-out', answer: (call) => send(call, call.file) },
];

/** Nothing from elsewhere, no inline script or handler, no text that becomes HTML, no frame around it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const headers = {
  'content-security-policy': policy,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

async function send({ response }: AdminCall, name: string): Promise<AdminAnswer | undefined> {
  if (!consoleFileNames().includes(name))
    throw new AdminError(404, 'not_found', 'the console has no such file');
  const { type, content } = await consoleFile(name);
  response.writeHead(200, { ...headers, 'content-type': type }).end(content);
  return undefined;
}
