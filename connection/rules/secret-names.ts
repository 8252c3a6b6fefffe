import type { ConnectionRule } from './rule.js';

export const secretNames: ConnectionRule = {
  level: 'error',
  demands: 'secretNames is empty for type none, names at least one place otherwise, and none twice.',
  remedy: 'Name the places where the product keeps what it receives, for example secretNames: [accessToken].',
  check({ auth: { type, secretNames: names, bridge } }) {
    if (names === undefined) return [];
    const path = ['auth', 'secretNames'];
    if (type === 'none' && names.length > 0) {
      const what = 'names places for secrets, and type none has no secret to keep';
      const why = 'the product would wait for a secret that never comes';
      return [{ path, what, why, instead: 'Write secretNames: [], or the type that the provider has' }];
    }
    // The platform behind a bridge keeps the tokens itself.
    if (type !== 'none' && names.length === 0 && bridge === undefined) {
      const what = 'is empty';
      const why = `what type ${type} obtains could be stored nowhere`;
      return [{ path, what, why, instead: 'Name the place, for example secretNames: [accessToken]' }];
    }
    const seen = new Set<string>();
    return names.flatMap((name, index) => {
      if (!seen.has(name)) {
        seen.add(name);
        return [];
      }
      const why = 'two secrets would be written to one place';
      const instead = 'Remove one of the two';
      return [
        { path: [...path, index], what: 'is listed twice', why, instead, fix: { remove: true as const } },
      ];
    });
  },
};
