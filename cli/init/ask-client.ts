import type { ClientAnswers, ConnectionAnswers, DriverAnswers } from './answers.js';
import { command, expression, oneOf, optional, redirectUrl, serverUrl, text } from './parsers.js';
import type { Interview, Question } from './question.js';

type Kind = DriverAnswers['kind'];

/** What drives the client under test; `connection` is that of the same file, if any. */
export async function askClient(
  interview: Interview,
  connection: ConnectionAnswers | undefined,
): Promise<ClientAnswers> {
  const driver = await askDriver(interview, await interview.ask(driverQuestion));
  const startedByUs = !('startUrl' in driver) || driver.start !== undefined;
  if (startedByUs) return { driver };
  return { driver, fixed: await askFixed(interview, connection) };
}

const driverQuestion: Question<Kind> = {
  flag: 'driver',
  ask: 'What drives the client?',
  explanation:
    'stdio (an adapter in any language), module (a JavaScript one), exec (a command-line program), http (a web application), ' +
    'browser (the same in Chromium), interactive (a person)',
  help:
    'An adapter is a few dozen lines that pass operations on to your client, and the most is learnt with one: docs/testing-a-client.md. ' +
    'exec, http and browser test a program as it is.',
  initial: 'stdio',
  parse: oneOf('stdio', 'module', 'exec', 'http', 'browser', 'interactive'),
};

async function askDriver(interview: Interview, kind: Kind): Promise<DriverAnswers> {
  if (kind === 'interactive') return { kind };
  if (kind === 'module') return { kind, path: await interview.ask(moduleQuestion) };
  if (kind === 'stdio') return { kind, command: await interview.ask(adapterQuestion) };
  if (kind === 'exec') {
    const login = await interview.ask(programQuestion);
    const pattern = await interview.ask(patternQuestion);
    return { kind, command: login, ...(pattern === undefined ? {} : { pattern }) };
  }
  const start = await interview.ask(startQuestion);
  const port = start === undefined ? '3000' : '{port}';
  const startUrl = await interview.ask(pageQuestion('start-url', `http://127.0.0.1:${port}/login`));
  const statusUrl = await interview.ask(pageQuestion('status-url', `http://127.0.0.1:${port}/me`));
  const authenticated = await interview.ask(authenticatedQuestion);
  return { kind, ...(start === undefined ? {} : { start }), startUrl, statusUrl, authenticated };
}

const moduleQuestion: Question<string> = {
  flag: 'module',
  ask: 'The ES module',
  explanation:
    'that exports the operations, as ./adapter.mjs (from the folder of the file) or the name of a package',
  help: 'authorize, callback, call, refresh … as functions: docs/testing-a-client.md has the contract.',
  parse: text,
};

const adapterQuestion: Question<string[]> = {
  flag: 'command',
  ask: 'Command of the adapter',
  explanation: 'program and arguments, as: python3 adapter.py; paths start at the folder of the file',
  help: 'It reads and writes JSON-RPC, a message a line: docs/testing-a-client.md has the contract. No shell is involved.',
  parse: command,
};

const programQuestion: Question<string[]> = {
  flag: 'command',
  ask: 'Command that begins a login',
  explanation:
    'program and arguments; {issuer}, {clientId}, {redirectUrl} … are filled in, {folder} is empty and private',
  help: 'As: mycli login --issuer {issuer} --client-id {clientId}. Exit status 0 means logged in. No shell is involved.',
  parse: command,
};

const patternQuestion: Question<string | undefined> = {
  flag: 'browser-pattern',
  ask: 'How it shows the URL to open',
  explanation:
    'a regular expression that captures it from the output, as: Open (http\\S+); "-" if it starts a browser',
  help: 'A program that starts a browser by itself is given one through the environment variable BROWSER.',
  initial: '-',
  parse: optional(expression),
};

const startQuestion: Question<string[] | undefined> = {
  flag: 'command',
  ask: 'Command that starts the application',
  explanation: 'program and arguments, as: node app.mjs; "-" if it is up already',
  help: 'Started by Proofkey it gets a port ({port}) and a server of its own in each worker, which is faster and tests more.',
  initial: '-',
  parse: optional(command),
};

/** `{port}` is filled in when the application is started. */
function pageQuestion(flag: 'start-url' | 'status-url', initial: string): Question<string> {
  const begins = flag === 'start-url';
  return {
    flag,
    ask: begins ? 'Page that begins a login' : 'Page that shows who is logged in',
    explanation: begins
      ? 'a GET there redirects to the authorization endpoint'
      : 'a GET there answers 2xx, with a text that tells whether somebody is',
    help: 'An address of this machine: the harness is the browser, with a cookie jar of its own.',
    initial,
    parse: (value) => {
      serverUrl(value.replaceAll('{port}', '80'));
      return value.trim();
    },
  };
}

const authenticatedQuestion: Question<string> = {
  flag: 'authenticated',
  ask: 'Text of that page when somebody is logged in',
  explanation: 'a regular expression that it matches only then, as: Logged in as',
  help: 'The page is asked before and after each login; what it shows is held against what went over the wire.',
  parse: expression,
};

/** A client that is configured by hand: with what, the mock must be told. */
async function askFixed(interview: Interview, connection: ConnectionAnswers | undefined) {
  const issuer = await interview.ask<string>({
    flag: 'client-issuer',
    ask: 'Issuer that the application is configured with',
    explanation: 'the mock listens there: an address of this machine, as http://127.0.0.1:9400',
    help: 'Configure the application with this issuer in place of its server; endpoints are /authorize, /token, /revoke there.',
    initial: 'http://127.0.0.1:9400',
    parse: serverUrl,
  });
  if (connection !== undefined)
    return { issuer, clientId: connection.clientId, redirectUrl: connection.redirectUrl };
  const clientId = await interview.ask<string>({
    flag: 'client-id',
    ask: 'Client id that it is configured with',
    explanation: 'the mock registers a public client of this name',
    help: 'For a confidential client add clientSecret to the file.',
    parse: text,
  });
  const redirect = await interview.ask<string>({
    flag: 'redirect-url',
    ask: 'Redirect URL that it is configured with',
    explanation: 'where the application takes the answer of the server',
    help: 'It is registered at the mock, which compares it character by character.',
    initial: 'http://127.0.0.1:3000/callback',
    parse: redirectUrl,
  });
  return { issuer, clientId, redirectUrl: redirect };
}
