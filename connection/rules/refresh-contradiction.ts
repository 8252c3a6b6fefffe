import type { Path } from '../subject-file-error.js';
import type { ConnectionRule } from './rule.js';

export const refreshContradiction: ConnectionRule = {
  level: 'warning',
  demands: 'Rotation, refreshUrl and the lifetime of refresh tokens stand only where refresh is supported.',
  remedy: 'Write refresh: { supported: true }, or remove what is about refresh tokens.',
  check({ auth }) {
    if (auth.refresh?.supported === true || auth.bridge !== undefined) return [];
    const declared: [Path, boolean][] = [
      [['auth', 'refresh', 'rotation'], auth.refresh?.rotation === true],
      [['auth', 'lifetimes', 'refreshToken'], auth.lifetimes?.refreshToken !== undefined],
      [['auth', 'refreshUrl'], auth.refreshUrl !== undefined],
    ];
    const isDenied = auth.refresh?.supported === false;
    return declared.flatMap(([path, isDeclared]) =>
      isDeclared
        ? [
            {
              path,
              what: `is declared, and refresh.supported is ${isDenied ? 'false' : 'not'}`,
              why: 'either refresh tokens are issued and never used, or there are none and this says nothing',
              instead: 'Write refresh: { supported: true }, or remove this',
            },
          ]
        : [],
    );
  },
};
