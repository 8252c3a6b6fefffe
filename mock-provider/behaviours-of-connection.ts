import { defined } from '../connection/defined.js';
import type { ConnectionAuth } from '../connection/subject.js';
import type { BehaviourValues } from './behaviour.js';

/** What a connection says of its provider, as behaviours; where it is silent, the strict mock decides. */
export function behavioursOfConnection(auth: ConnectionAuth): BehaviourValues {
  const { issuer, tokenRequestFormat, parameterNames, scopeSeparator, tokenResponse, refresh } = auth;
  return defined({
    metadata: issuer === undefined ? 'none' : undefined,
    // Only metadata can promise it (RFC 9207 §3).
    'iss-in-responses': issuer === undefined ? false : undefined,
    'token-request-formats': tokenRequestFormat === undefined ? undefined : [tokenRequestFormat],
    'parameter-names': parameterNames,
    'scope-separator': scopeSeparator === undefined ? undefined : { requests: [scopeSeparator] },
    'token-response-format': tokenResponse?.format,
    'token-type': tokenResponse?.tokenType,
    'token-response-envelope': envelopeOf(tokenResponse?.accessTokenPath),
    'token-errors': tokenResponse?.errorWith200 ? { status: 200 } : undefined,
    pkce: pkceOf(auth),
    'required-parameters': auth.state?.required ? { state: null } : undefined,
    'refresh-issued': refresh?.supported === false ? 'never' : undefined,
    'refresh-rotation': refresh?.rotation === false ? 'static' : undefined,
    'rate-limit': auth.rateLimit,
  });
}

/** A client whose manifest is silent about PKCE sends none, so a provider that insisted could not be played for it. */
function pkceOf({ pkce }: ConnectionAuth): Record<string, unknown> {
  return { required: pkce?.required === true ? 'always' : 'never', methods: pkce?.methods ?? ['S256'] };
}

/** Who reads the access token in another place reads the rest of the response there, too. */
function envelopeOf(accessTokenPath = 'access_token'): Record<string, unknown> | undefined {
  if (accessTokenPath === 'access_token') return undefined;
  const [, within, name = ''] = /^(?:(.+)\.)?([^.]+)$/.exec(accessTokenPath) ?? [];
  return defined({ within, names: name === 'access_token' ? undefined : { access_token: name } });
}
