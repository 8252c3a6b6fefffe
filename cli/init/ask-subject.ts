import type { SubjectAnswers } from './answers.js';
import { askClient } from './ask-client.js';
import { askConnection } from './ask-connection.js';
import { askServer } from './ask-server.js';
import { oneOf } from './parsers.js';
import type { Interview, Question } from './question.js';

/** Asks for everything that a subject file is written from; `issuer`: of the server, where the user gave one. */
export async function askSubject(interview: Interview, issuer: string | undefined): Promise<SubjectAnswers> {
  const asked = await interview.ask(what(issuer));
  if (asked === 'client') return { client: await askClient(interview, undefined) };
  const connection = await askConnection(interview);
  if (asked === 'manifest') return { connection };
  const server = await askServer(interview, connection);
  if (asked === 'server') return { connection, server };
  return { connection, server, client: await askClient(interview, connection) };
}

function what(issuer: string | undefined): Question<'server' | 'client' | 'both' | 'manifest'> {
  return {
    flag: 'what',
    ask: 'What do you want to test?',
    explanation: 'server, client, both, or a manifest (a connection that is checked without any network)',
    help:
      'server: an authorization server, which Proofkey asks as clients do. client: a program that logs people in; the built-in ' +
      'mock takes the place of its server. both: one file for the two. manifest: only the description of the connection.',
    ...(issuer === undefined ? {} : { initial: 'server' }),
    parse: oneOf('server', 'client', 'both', 'manifest'),
  };
}
