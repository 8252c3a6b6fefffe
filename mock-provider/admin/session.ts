import { fields, text } from '../shape.js';
import { isToken } from './guard.js';
import { type AdminAnswer, type AdminCall, AdminError, type AdminRoute } from './route.js';
import { sessionCookie, sessionIdOf } from './session-cookie.js';

const signInShape = fields('field', { token: text, ticket: text });

/** Signing in at the console: the admin token, which a page must not keep, is exchanged for a cookie that none can read. */
export const sessionRoutes: readonly AdminRoute[] = [
  { method: 'GET', path: '/session', access: 'signed-out', answer: state },
  { method: 'POST', path: '/session', access: 'signed-out', body: signInShape, answer: signIn },
  { method: 'DELETE', path: '/session', answer: signOut },
  { method: 'POST', path: '/session/tickets', answer: issueTicket },
];

function state({ request, sessions }: AdminCall): AdminAnswer {
  const id = sessionIdOf(request);
  return { status: 200, body: { signedIn: id !== undefined && sessions.isOpen(id) } };
}

function signIn({ request, response, body, token, sessions }: AdminCall): AdminAnswer {
  const given = body as { token?: string; ticket?: string };
  const known = given.token !== undefined && isToken(given.token, token);
  if (!known && !(given.ticket !== undefined && sessions.redeemTicket(given.ticket)))
    throw new AdminError(
      401,
      'invalid_token',
      'that is not the admin token of this server, nor an unused ticket',
    );
  response.setHeader('set-cookie', sessionCookie(request, sessions.open()));
  return { status: 204 };
}

function signOut({ request, response, sessions }: AdminCall): AdminAnswer {
  const id = sessionIdOf(request);
  if (id !== undefined) sessions.close(id);
  response.setHeader('set-cookie', sessionCookie(request, undefined));
  return { status: 204 };
}

function issueTicket({ sessions }: AdminCall): AdminAnswer {
  return { status: 201, body: { ticket: sessions.issueTicket() } };
}
