import type { ConnectionRule } from './rule.js';

export const scopeCharacters: ConnectionRule = {
  level: 'warning',
  demands: 'Scopes are made of the characters that RFC 6749 has for them.',
  remedy: 'Write the scope as the documentation of the provider does, without quotes around it.',
  clause: 'RFC 6749 §3.3',
  check({ auth: { scopes = [] } }) {
    return scopes.flatMap((scope, index) =>
      // Spaces are the matter of scope-list, since other separators let them stand.
      /^[ !#-[\]-~]*$/.test(scope)
        ? []
        : [
            {
              path: ['auth', 'scopes', index],
              what: 'holds a quote, a backslash, a control character or one beyond ASCII',
              why: 'servers refuse such a scope as invalid_scope',
              instead: 'Write it as the documentation of the provider does, without quotes around it',
            },
          ],
    );
  },
};
