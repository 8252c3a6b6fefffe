import type { ConnectionRule, RuleObjection } from './rule.js';
import { queryNames } from './shared/redirect-parts.js';
import { ownParameters, secretParameters, wireNames } from './shared/wire-names.js';

export const protocolParameterInUrl: ConnectionRule = {
  level: 'error',
  demands: 'No endpoint has a parameter of the protocol in its query.',
  remedy: 'Remove the parameter from the URL: the client sends it.',
  clause: 'RFC 6749 §3.1 and §3.2',
  check({ auth }) {
    const { authorization, token, refresh } = ownParameters;
    const fields = [
      ['authorizationUrl', [...authorization, ...secretParameters]],
      ['tokenUrl', [...token, ...refresh]],
      ['refreshUrl', refresh],
    ] as const;
    return fields.flatMap(([field, parameters]): RuleObjection[] => {
      const own = wireNames(auth, parameters);
      const found = queryNames(auth[field] ?? '').find((name) => own.has(name));
      if (found === undefined) return [];
      const what = `has "${found}" in its query, which the client sends itself`;
      const why = 'a parameter may not come twice, and servers refuse the request or take the wrong one';
      return [{ path: ['auth', field], what, why, instead: 'Remove it from the URL' }];
    });
  },
};
