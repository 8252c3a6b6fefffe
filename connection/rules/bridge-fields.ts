import type { ConnectionRule } from './rule.js';

const ownFlow = [
  'authorizationUrl',
  'tokenUrl',
  'refreshUrl',
  'redirect',
  'clientSecret',
  'clientAuthentication',
  'pkce',
] as const;

export const bridgeFields: ConnectionRule = {
  level: 'warning',
  demands: 'Beside a bridge stands nothing of a flow that the application would run itself.',
  remedy: 'Remove what belongs to the flow, or remove the bridge if the application runs the flow itself.',
  check({ auth }) {
    const found = ownFlow.find((field) => auth[field] !== undefined);
    if (auth.type !== 'oauth' || auth.bridge === undefined || found === undefined) return [];
    return [
      {
        path: ['auth', found],
        what: 'stands beside a bridge',
        why: 'the platform runs the flow with a client of its own, so nothing would read it',
        instead: 'Remove it, or remove the bridge if the application runs the flow itself',
      },
    ];
  },
};
