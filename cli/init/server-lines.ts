import type { ConnectionAnswers, LoginAnswers, ServerAnswers } from './answers.js';
import { field, type Line, reference, unused, value, values } from './yaml-lines.js';

/** How the authorization server is tested. */
export function serverLines(
  { login, hosts, authorized }: ServerAnswers,
  connection: ConnectionAnswers,
): Line[] {
  const { scopes } = connection;
  const origin = new URL(connection.issuer ?? connection.tokenUrl ?? 'http://127.0.0.1').origin;
  const used = [
    ...(login === undefined ? [] : loginLines(login)),
    ...(hosts.length === 0
      ? []
      : [field(1, `hosts: ${values(hosts)}`, 'further hosts that tests may contact')]),
    ...(authorized === undefined
      ? []
      : [field(1, `authorized: ${value(authorized)}`, 'who permits the test')]),
  ];
  return [
    used.length === 0
      ? field(0, 'server: {}', 'how to test the authorization server; take {} away to use what follows')
      : field(0, 'server:', 'how to test the authorization server'),
    ...used,
    ...(login === undefined ? [withoutLogin] : []),
    unused(1, 'clients:', 'further clients test more: see docs/testing-a-server.md'),
    unused(1, '  second: { clientId: second-client }', 'codes and tokens are tried across clients'),
    unused(
      1,
      `  web: { clientId: web-client, clientSecret: ${reference('WEB_SECRET')} }`,
      'a confidential one',
    ),
    unused(1, `resourceUrl: ${value(`${origin}/me`)}`, 'a page that any access token opens'),
    unused(
      1,
      `scopedResource: { url: ${value(`${origin}/files`)}, scope: ${value(scopes.at(-1) ?? 'files')} }`,
      'one that needs this scope',
    ),
  ];
}

const withoutLogin = unused(
  1,
  'login: { fields: { username: alice }, approve: Allow }',
  'without it, only what needs no login is judged',
);

function loginLines(login: LoginAnswers): Line[] {
  if (login === 'auto-approve')
    return [field(1, 'login: auto-approve', 'a code comes without anybody logging in')];
  const { usernameField, username, passwordField, passwordVariable, submit, approve, deny, browser } = login;
  return [
    field(1, 'login:', 'how a person logs in'),
    field(2, 'fields:', 'by the name attribute of each input, on whichever page'),
    field(3, `${value(usernameField)}: ${value(username)}`),
    field(3, `${value(passwordField)}: ${reference(passwordVariable)}`, 'from the environment'),
    button('submit', submit, 'Sign in', 'button of the login page, by text, name, value or id'),
    button('approve', approve, 'Allow', 'button of the approval page that grants'),
    button('deny', deny, 'Deny', 'button of the approval page that refuses'),
    browser
      ? field(2, 'browser: true', 'the pages need scripts: Chromium drives them')
      : unused(2, 'browser: true', 'if the pages need scripts: Chromium drives them'),
  ];
}

function button(name: string, label: string | undefined, example: string, comment: string): Line {
  return label === undefined
    ? unused(2, `${name}: ${example}`, comment)
    : field(2, `${name}: ${value(label)}`, comment);
}
