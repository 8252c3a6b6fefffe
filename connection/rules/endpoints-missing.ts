import type { ConnectionRule } from './rule.js';

export const endpointsMissing: ConnectionRule = {
  level: 'error',
  demands: 'An OAuth connection names its authorization and token endpoint, or an issuer whose metadata do.',
  remedy: 'Add authorizationUrl and tokenUrl, or issuer where the server publishes metadata.',
  clause: 'RFC 6749 §3',
  check({ auth }, { playedByMock }) {
    // The mock brings endpoints of its own.
    if (
      playedByMock === true ||
      auth.type !== 'oauth' ||
      auth.bridge !== undefined ||
      auth.issuer !== undefined
    )
      return [];
    const missing = [
      ...(auth.tokenUrl === undefined ? ['tokenUrl'] : []),
      ...(auth.authorizationUrl === undefined && needsAuthorization(auth) ? ['authorizationUrl'] : []),
    ].reverse();
    if (missing.length === 0) return [];
    return [
      {
        path: ['auth'],
        what: `has neither ${missing.join(' and ')} nor an issuer`,
        why: 'no product could tell where to send people or requests',
        instead: `Add ${missing.join(' and ')}, or issuer where the server publishes metadata`,
      },
    ];
  },
};

/** Not a device, and not a client that acts for itself (RFC 6749 section 4.4). */
function needsAuthorization(auth: Parameters<ConnectionRule['check']>[0]['auth']): boolean {
  if (auth.deviceAuthorizationUrl !== undefined) return auth.redirect !== undefined;
  return auth.redirect !== undefined || auth.clientType !== 'confidential';
}
