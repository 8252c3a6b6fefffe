import { quote } from '../subject-file-error.js';
import type { ConnectionRule } from './rule.js';

/** Information only: a scope may contain these characters, and a few do. */
export const joinedScopes: ConnectionRule = {
  level: 'info',
  demands: 'Each scope is an entry of its own.',
  remedy: 'Write one entry for each scope, and scopeSeparator if the server has another than a space.',
  clause: 'RFC 6749 §3.3',
  check({ auth: { scopes = [], scopeSeparator = ' ' } }) {
    return scopes.flatMap((scope, index) => {
      // The declared separator is the matter of scope-list.
      const joint = [',', '+', '|', ';'].find(
        (character) =>
          !scopeSeparator.includes(character) &&
          scope.includes(character) &&
          scope.split(character).every((part) => /^[\w.:/-]+$/.test(part)),
      );
      if (joint === undefined) return [];
      return [
        {
          path: ['auth', 'scopes', index],
          what: `looks like several scopes joined by "${joint}"`,
          why: `the server would read one scope of that name, since ${quote(scopeSeparator)} separates them`,
          instead: 'Write one entry for each, and scopeSeparator if the server has another',
        },
      ];
    });
  },
};
