import type { ConnectionAuth, LoginForm, Subject } from '../../connection/subject.js';
import { bringUp, serverFor } from '../../fixtures/server/bring-up.js';
import { describeLanding, type ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Page } from '../../fixtures/user-agent/page.js';
import type { Landing } from '../../fixtures/user-agent/user-agent.js';
import { Inconclusive } from '../../fixtures/verdict/verdict.js';
import { ExchangeLog } from '../../fixtures/wire/exchange-log.js';
import { Redactor } from '../../fixtures/wire/redactor.js';
import type { ConnectionAnswers, ServerAnswers } from './answers.js';

/** What a correct authorization request led to. */
export type SeenLogin =
  /** A page that asks for something. */
  | { kind: 'form'; fields: string[]; passwordField: string | undefined; buttons: string[] }
  /** A code, and nobody was asked. */
  | { kind: 'code' }
  /** A page that script makes. */
  | { kind: 'script' }
  /** Something else, in words. */
  | { kind: 'other'; text: string };

export type SeenApproval =
  | { kind: 'page'; buttons: string[] }
  | { kind: 'code' }
  | { kind: 'other'; text: string };

type Reached = Pick<ServerAnswers, 'hosts' | 'authorized'>;

/** Opens the login page as a browser would, on the way of a correct authorization request. */
export function lookAtLogin(connection: ConnectionAnswers, reached: Reached): Promise<SeenLogin> {
  return visited<SeenLogin>(subjectOf(connection, reached, undefined), async (server) =>
    seenLogin(await server.open(server.authorizationRequest())),
  );
}

/** Logs in, and looks at what comes then. */
export function lookAtApproval(
  connection: ConnectionAnswers,
  reached: Reached,
  login: LoginForm,
): Promise<SeenApproval> {
  return visited<SeenApproval>(subjectOf(connection, reached, login), async (server) => {
    const landing = await server.authorize(server.authorizationRequest());
    if (landing.kind === 'redirect' && landing.query.has('code')) return { kind: 'code' };
    if (landing.kind !== 'page' || landing.answer.status >= 400)
      return { kind: 'other', text: describeLanding(landing) };
    const buttons = buttonsOf(landing.page);
    const asksAgain = landing.page.forms.some(({ fields }) => fields.some(([name]) => name in login.fields));
    return buttons.length === 0 || asksAgain
      ? { kind: 'other', text: describeLanding(landing) }
      : { kind: 'page', buttons };
  });
}

/** Brings the server up for one look. What it cannot be asked is told in words. */
async function visited<T>(
  subject: Subject,
  look: (server: ServerUnderTest) => Promise<T>,
): Promise<T | { kind: 'other'; text: string }> {
  const redactor = new Redactor();
  const log = new ExchangeLog(redactor);
  try {
    const broughtUp = await bringUp({ name: 'init', subject, faults: [] }, redactor);
    try {
      return await look(serverFor(broughtUp, undefined, log));
    } finally {
      await broughtUp.close();
    }
  } catch (error) {
    if (!(error instanceof Inconclusive)) throw error;
    return { kind: 'other', text: log.redact(error.message) };
  }
}

/** Without the secret: what is looked at is asked in the browser, and that never needs one. */
function subjectOf(
  answers: ConnectionAnswers,
  { hosts, authorized }: Reached,
  login: LoginForm | undefined,
): Subject {
  const { issuer, authorizationUrl, tokenUrl, clientId, redirect, scopes } = answers;
  const auth: ConnectionAuth = {
    type: 'oauth',
    ...(issuer === undefined ? {} : { issuer }),
    ...(authorizationUrl === undefined ? {} : { authorizationUrl }),
    ...(tokenUrl === undefined ? {} : { tokenUrl }),
    clientId,
    scopes,
    redirect,
  };
  return {
    version: 1,
    against: ['oauth2.0'],
    connection: { id: 'default', provider: 'init', title: 'init', auth },
    server: {
      hosts,
      ...(authorized === undefined ? {} : { authorized }),
      ...(login === undefined ? {} : { login }),
    },
    fails: [],
    warns: [],
  };
}

function seenLogin(landing: Landing): SeenLogin {
  if (landing.kind === 'redirect')
    return landing.query.has('code') ? { kind: 'code' } : { kind: 'other', text: describeLanding(landing) };
  const { page, answer } = landing;
  if (answer.status >= 400) return { kind: 'other', text: describeLanding(landing) };
  const form = page.forms.find(({ fields, hidden }) => fields.some(([name]) => !hidden.includes(name)));
  if (form === undefined)
    return page.hasScript ? { kind: 'script' } : { kind: 'other', text: describeLanding(landing) };
  const fields = form.fields.map(([name]) => name).filter((name) => !form.hidden.includes(name));
  const { passwordFields } = page;
  return {
    kind: 'form',
    fields,
    passwordField:
      fields.find((name) => passwordFields.includes(name)) ?? fields.find((name) => /pass|pwd/i.test(name)),
    buttons: form.buttons.map(nameOf),
  };
}

function buttonsOf(page: Page): string[] {
  return [...page.forms.flatMap(({ buttons }) => buttons.map(nameOf)), ...page.links.map(nameOf)];
}

/** As a person would call it: by its text, else by what it sends. */
function nameOf({ labels }: { labels: string[] }): string {
  return labels.at(-1) || labels[1] || labels[0] || '';
}
