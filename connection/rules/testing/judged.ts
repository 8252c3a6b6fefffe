/** For tests: tables of what a rule objects to and what it leaves alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Connection, ConnectionAuth } from '../../subject.js';
import { formatPath } from '../../subject-file-error.js';
import { connectionRules } from '../index.js';
import type { RuleObjection, Surroundings } from '../rule.js';

export type Auth = Partial<ConnectionAuth>;

export interface Case {
  /** What is peculiar about it. */
  shows: string;
  /** What it adds to a connection that has nothing but a type. */
  auth?: Auth;
  /** The rest of the connection. */
  connection?: Partial<Omit<Connection, 'auth'>>;
  surroundings?: Partial<Surroundings>;
  /** Where the rule objects; a rule that leaves it alone has none. */
  at?: string | string[];
}

/** Registers a test for each case; a rule is judged by at least one of each kind. */
export function judged(rule: string, cases: readonly Case[]): void {
  for (const { shows, at = [], ...one } of cases) {
    const expected = [at].flat();
    test(`${rule} ${expected.length === 0 ? 'leaves alone' : 'objects to'} ${shows}`, () => {
      const objections = objectionsTo(rule, one);
      assert.deepEqual(
        objections.map(({ path }) => formatPath(path)),
        expected,
      );
      for (const objection of objections) assertReadable(objection);
    });
  }
  test(`${rule} has cases of both kinds`, () => {
    assert.ok(cases.some(({ at }) => at !== undefined) && cases.some(({ at }) => at === undefined));
  });
}

export function connectionWith(auth: Auth, rest: Case['connection'] = {}): Connection {
  return { id: 'default', provider: 'example', title: 'Example', ...rest, auth: { type: 'oauth', ...auth } };
}

function objectionsTo(rule: string, { auth = {}, connection, surroundings }: Omit<Case, 'shows'>) {
  const subject = connectionWith(auth, connection);
  const check = connectionRules[rule]?.check;
  assert.ok(check, `there is a rule ${rule}`);
  const around: Surroundings = {
    connections: [subject],
    preferences: [],
    capabilityConnectionId: undefined,
    ...surroundings,
  };
  if (surroundings?.connections !== undefined) around.connections = [...surroundings.connections, subject];
  return check(subject, around);
}

/** Each part is one sentence without its full stop, since they are joined. */
function assertReadable({ what, why, instead }: RuleObjection): void {
  assert.match(what, /^[a-z].*[^.]$/);
  assert.match(why, /^[a-zA-Z].*[^.]$/);
  assert.match(instead, /^[A-Z].*[^.]$/);
  const message = `${what}: ${why}. ${instead}`;
  assert.ok(message.length < 340, `${message.length} characters: ${message}`);
  assert.doesNotMatch(message, /undefined|\[object|NaN/);
}

export const web = (redirectUrl: string): Auth => ({ redirect: { method: 'web', redirectUrl } });
export const appUri = (uriScheme: string, callbackPath = '/callback'): Auth => ({
  redirect: { method: 'app-uri', uriScheme, callbackPath },
});
export const appScheme = (scheme: string, callbackPath = '/oauth/callback'): Auth => ({
  redirect: { method: 'app-scheme', scheme, callbackPath },
});
