import { redirectOf } from '../../connection/dialects/redirect.js';
import type { ClientAuthentication } from '../../connection/subject.js';
import type { Metadata } from '../../fixtures/server/discovery.js';
import type { ConnectionAnswers } from './answers.js';
import { locateServer } from './locate-server.js';
import { list, oneOf, redirectUrl, text, variable } from './parsers.js';
import { AnswerError, type Interview, type Question } from './question.js';

/** Where the server is, and as which client it is asked. Metadata answer what they can. */
export async function askConnection(interview: Interview): Promise<ConnectionAnswers> {
  const { located, metadata } = await locateServer(interview);
  const methods = listIn(metadata, 'token_endpoint_auth_methods_supported');
  const clientId = await interview.ask(clientIdQuestion);
  const clientType = await interview.ask(clientTypeQuestion(methods));
  const authenticated = clientType === 'public' ? undefined : await askAuthentication(interview, methods);
  return {
    ...located,
    clientId,
    clientType,
    clientAuthentication: authenticated?.method ?? 'none',
    ...(authenticated === undefined ? {} : { secretVariable: authenticated.secretVariable }),
    ...(await interview.ask(redirectUrlQuestion)),
    scopes: await interview.ask(scopesQuestion(listIn(metadata, 'scopes_supported') ?? [])),
    pkce:
      clientType === 'public' ||
      (listIn(metadata, 'code_challenge_methods_supported')?.includes('S256') ?? false),
  };
}

const clientIdQuestion: Question<string> = {
  flag: 'client-id',
  ask: 'Client id',
  explanation: 'of a client that is registered at the server for testing',
  help: 'The server refuses requests of clients that it does not know (RFC 6749 §2.2). "proofkey serve" has one named demo.',
  parse: text,
};

/** Metadata without "none" say that there are no public clients. */
function clientTypeQuestion(methods: readonly string[] | undefined): Question<'public' | 'confidential'> {
  const confidential = methods !== undefined && !methods.includes('none');
  return {
    flag: 'client-type',
    ask: 'Client type',
    explanation: 'public (it has no secret), or confidential (it has one)',
    help: 'Apps and pages in a browser are public; programs on a server of yours are confidential (RFC 6749 §2.1).',
    initial: confidential ? 'confidential' : 'public',
    parse: oneOf('public', 'confidential'),
  };
}

async function askAuthentication(interview: Interview, methods: readonly string[] | undefined) {
  const usable = ['client_secret_basic', 'client_secret_post'] as const;
  const method = await interview.ask<ClientAuthentication>({
    flag: 'client-authentication',
    ask: 'How the client authenticates',
    explanation: 'client_secret_basic (in a header) or client_secret_post (in the form)',
    help: 'As it is registered. For private_key_jwt name the client under server.clients in the file, with its privateKey.',
    initial: usable.find((one) => methods?.includes(one)) ?? 'client_secret_basic',
    parse: oneOf(...usable),
  });
  const secretVariable = await interview.ask({
    flag: 'client-secret-env',
    ask: 'Environment variable that holds the client secret',
    explanation: 'its name, not the secret: that belongs into no file',
    help: 'The file refers to it by that name, and Proofkey reads it when it runs.',
    initial: 'CLIENT_SECRET',
    parse: variable,
  });
  return { method, secretVariable };
}

const redirectUrlQuestion: Question<Pick<ConnectionAnswers, 'redirectUrl' | 'redirect'>> = {
  flag: 'redirect-url',
  ask: 'Redirect URL',
  explanation: 'one that is registered for this client; nothing needs to listen there',
  help: 'The server sends its answers there (RFC 6749 §3.1.2). Proofkey reads them off the redirect and follows none.',
  initial: 'http://127.0.0.1/callback',
  parse: (value) => {
    const uri = redirectUrl(value);
    const redirect = redirectOf(uri);
    if (redirect !== undefined) return { redirectUrl: uri, redirect };
    throw new AnswerError(
      'A manifest cannot hold this redirect URI as it is: it takes a scheme in small letters, then :/ or :// and a path ' +
        'that begins with no further slash. Register one like com.example.app:/callback, and give that.',
    );
  },
};

/** All of a short list; of a long one what people mostly mean. */
function scopesQuestion(supported: readonly string[]): Question<string[]> {
  const usual = ['openid', 'profile', 'email'];
  const offered = supported.length <= 6 ? supported : supported.filter((scope) => usual.includes(scope));
  return {
    flag: 'scopes',
    ask: 'Scopes',
    explanation: 'that this client may ask for, with spaces between them; two or more test more',
    help:
      supported.length === 0
        ? 'Names of what the client wants to do (RFC 6749 §3.3), as the documentation of the server has them. "-" for none.'
        : `The server names: ${supported.slice(0, 40).join(' ')}. "-" for none.`,
    initial: offered.join(' '),
    parse: (value) => (value.trim() === '-' ? [] : list(value)),
  };
}

/** A list of texts in the metadata; undefined where there is none. */
function listIn(metadata: Metadata, member: string): string[] | undefined {
  const value = metadata[member];
  if (!Array.isArray(value)) return undefined;
  return value.filter(
    (one): one is string => typeof one === 'string' && /^[\x21\x23-\x5B\x5D-\x7E]{1,200}$/.test(one),
  );
}
