import type { ConnectionAnswers, LoginAnswers, LoginFormAnswers, ServerAnswers } from './answers.js';
import { lookAtApproval, lookAtLogin, type SeenApproval, type SeenLogin } from './look-at-login.js';
import { oneOf, optional, text, variable } from './parsers.js';
import type { Interview, Question } from './question.js';

type Reached = Pick<ServerAnswers, 'hosts' | 'authorized'>;
type Form = Extract<SeenLogin, { kind: 'form' }>;

/** How a person logs in: what the login page shows is proposed. Undefined: only what needs no login is judged. */
export async function askLogin(
  interview: Interview,
  connection: ConnectionAnswers,
  reached: Reached,
): Promise<LoginAnswers | undefined> {
  const seen = await lookAtLogin(connection, reached);
  interview.say(`\n${inWords(seen)}`);
  const kind = await interview.ask(kindQuestion(seen));
  if (kind === 'none') return undefined;
  if (kind === 'auto-approve') return kind;
  const form = seen.kind === 'form' ? seen : undefined;
  const asked = await askForm(interview, form);
  const login = { ...asked, browser: kind === 'browser' };
  return { ...login, ...(await askApproval(interview, connection, reached, login)) };
}

function inWords(seen: SeenLogin): string {
  if (seen.kind === 'code')
    return 'A correct authorization request gets a code at once: nobody has to log in.';
  if (seen.kind === 'script') return 'The login page is made by script: only a browser can fill it in.';
  if (seen.kind === 'other')
    return `A correct authorization request did not lead to a login page: ${seen.text}`;
  const { fields, buttons } = seen;
  return `The login page asks for ${fields.join(', ')}; its buttons are ${buttons.join(', ') || 'none'}.`;
}

function kindQuestion(seen: SeenLogin): Question<'form' | 'browser' | 'auto-approve' | 'none'> {
  const initial = { form: 'form', code: 'auto-approve', script: 'browser', other: 'form' }[seen.kind];
  return {
    flag: 'login',
    ask: 'How does a person log in?',
    explanation:
      'form (fields and buttons), browser (the same in Chromium), auto-approve (not at all), none (leave it out)',
    help: 'Without a login most requirements are skipped. Plain forms are filled in without a browser, which is faster.',
    initial,
    parse: oneOf('form', 'browser', 'auto-approve', 'none'),
  };
}

async function askForm(
  interview: Interview,
  form: Form | undefined,
): Promise<Omit<LoginFormAnswers, 'browser'>> {
  const field = form?.fields.find((name) => name !== form.passwordField);
  const usernameField = await interview.ask(fieldQuestion('username', field ?? 'username', form));
  const username = await interview.ask(usernameQuestion);
  const passwordField = await interview.ask(
    fieldQuestion('password', form?.passwordField ?? 'password', form),
  );
  const passwordVariable = await interview.ask(passwordQuestion(username));
  const submit = await interview.ask(submitQuestion(form?.buttons ?? []));
  return {
    ...{ usernameField, username, passwordField, passwordVariable },
    ...(submit === undefined ? {} : { submit }),
  };
}

function fieldQuestion(
  what: 'username' | 'password',
  initial: string,
  form: Form | undefined,
): Question<string> {
  const seen = form === undefined ? '' : `; the page has ${form.fields.join(', ')}`;
  return {
    flag: `${what}-field`,
    ask: `Form field of the ${what}`,
    explanation: `its name attribute${seen}`,
    help: 'As in <input name="…">. Each field is filled in on whichever page it appears.',
    initial,
    parse: text,
  };
}

const usernameQuestion: Question<string> = {
  flag: 'username',
  ask: 'Who logs in?',
  explanation: 'user name of a person who exists for tests only',
  help: 'It stands in the file as it is; the password does not. The tests log in and approve many times.',
  parse: text,
};

function passwordQuestion(username: string): Question<string> {
  return {
    flag: 'password-env',
    ask: `Environment variable that holds the password of ${username}`,
    explanation: 'its name, not the password: that belongs into no file',
    help: 'The file refers to it by that name. If it is set already, init logs in once to see the approval page.',
    initial: 'TEST_PASSWORD',
    parse: variable,
  };
}

function submitQuestion(buttons: readonly string[]): Question<string | undefined> {
  return {
    flag: 'submit',
    ask: 'Button of the login page',
    explanation: 'by its text, name, value or id; "-" for the first one',
    help: buttons.length === 0 ? 'As a person sees it.' : `The page has: ${buttons.join(', ')}.`,
    initial: buttons[0] ?? '-',
    parse: optional(text),
  };
}

/** The approval page can be seen by who logs in only. */
async function askApproval(
  interview: Interview,
  connection: ConnectionAnswers,
  reached: Reached,
  login: LoginFormAnswers,
): Promise<Pick<LoginFormAnswers, 'approve' | 'deny'>> {
  const password = process.env[login.passwordVariable];
  const { usernameField, username, passwordField, submit, browser } = login;
  const seen =
    password === undefined || password === '' || browser
      ? undefined
      : await lookAtApproval(connection, reached, {
          fields: { [usernameField]: username, [passwordField]: password },
          ...(submit === undefined ? {} : { submit }),
        });
  if (seen !== undefined) interview.say(`\n${approvalInWords(seen)}`);
  const buttons = seen?.kind === 'page' ? seen.buttons : undefined;
  const deny = buttons?.find((button) => refusing.test(button));
  const approve = buttons?.find((button) => granting.test(button) && button !== deny);
  const none = seen?.kind === 'code';
  const approved = await interview.ask(buttonQuestion('approve', none ? '-' : (approve ?? 'Allow'), buttons));
  const denied = await interview.ask(buttonQuestion('deny', none ? '-' : (deny ?? 'Deny'), buttons));
  return {
    ...(approved === undefined ? {} : { approve: approved }),
    ...(denied === undefined ? {} : { deny: denied }),
  };
}

const refusing = /\b(deny|refuse|reject|decline|cancel|disallow|not|no)\b/i;
const granting = /\b(allow|approve|accept|authori[sz]e|grant|permit|agree|confirm|continue|yes|ok)\b/i;

function approvalInWords(seen: SeenApproval): string {
  if (seen.kind === 'page') return `Logged in. The approval page has the buttons ${seen.buttons.join(', ')}.`;
  if (seen.kind === 'code') return 'Logged in, and got a code without an approval page.';
  return `Logging in did not lead to an approval page: ${seen.text}`;
}

function buttonQuestion(
  flag: 'approve' | 'deny',
  initial: string,
  buttons: readonly string[] | undefined,
): Question<string | undefined> {
  const does = flag === 'approve' ? 'grants' : 'refuses';
  return {
    flag,
    ask: `Button of the approval page that ${does}`,
    explanation: 'by its text, name, value or id; "-" where there is none',
    help:
      buttons === undefined ? 'As a person sees it, once logged in.' : `The page has: ${buttons.join(', ')}.`,
    initial,
    parse: optional(text),
  };
}
