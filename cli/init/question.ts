/** An answer that cannot be used: the message says what is expected, and never repeats what may be a secret. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
}

/** One thing that `init` has to know. */
export interface Question<T> {
  /** Option that answers it, without dashes: `client-id`. */
  flag: Flag;
  /** The question, a few words. */
  ask: string;
  /** What it is for, one line below the question. */
  explanation: string;
  /** What `?` tells beyond that. */
  help: string;
  /** Answer of somebody who presses Enter, as it would be typed; undefined: there has to be one. */
  initial?: string;
  /** Reads an answer. @throws AnswerError when it cannot be one */
  parse(text: string): T;
}

/** Options that answer questions, with what they take. Each is one of the command line, too. */
export const flags = {
  what: '<server|client|both|manifest>',
  'authorization-url': '<url>',
  'token-url': '<url>',
  'client-id': '<id>',
  'client-type': '<public|confidential>',
  'client-authentication': '<method>',
  'client-secret-env': '<NAME>',
  'redirect-url': '<url>',
  scopes: '<list>',
  host: '<names>',
  authorized: '<words>',
  login: '<form|browser|auto-approve|none>',
  username: '<name>',
  'username-field': '<name>',
  'password-env': '<NAME>',
  'password-field': '<name>',
  submit: '<button>',
  approve: '<button>',
  deny: '<button>',
  driver: '<stdio|module|exec|http|browser|interactive>',
  command: '<words>',
  module: '<path>',
  'browser-pattern': '<expression>',
  'start-url': '<url>',
  'status-url': '<url>',
  authenticated: '<text>',
  'client-issuer': '<url>',
} as const;

export type Flag = keyof typeof flags | 'issuer';

/** Who answers: a person at a terminal, or the options of the command line. */
export interface Interview {
  ask<T>(question: Question<T>): Promise<T>;
  /** Tells something between two questions. */
  say(text: string): void;
  /** Whether a person sees what questions offer, and may give another answer where one turned out wrong. */
  readonly patient: boolean;
  /** Whether the command line answers a question, so that nobody is asked. */
  answered(flag: Flag): boolean;
}
