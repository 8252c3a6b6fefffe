import type { Behaviour } from '../behaviour.js';
import { BoundedMap } from '../bounded-map.js';
import type { Grant } from '../records.js';

interface Conditions {
  scope?: string;
  parameter?: Record<string, string>;
  /** Only when a person consents to a client for the first time, or with one of these parameters. */
  firstConsentUnless?: Record<string, string>;
}

/** All that is given must hold. */
type When = 'never' | Conditions;

const parameters = { type: 'object', minProperties: 1, additionalProperties: { type: 'string' } };

export const behaviour: Behaviour<When> = {
  axis: 'refresh',
  describes:
    'When refresh tokens are issued: never, for a scope, for a parameter of the authorization request, or on first consent.',
  schema: {
    oneOf: [
      { const: 'never' },
      {
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        properties: { scope: { type: 'string' }, parameter: parameters, firstConsentUnless: parameters },
      },
    ],
  },
  seams(when) {
    const consents = new BoundedMap<string, Grant>(10_000);
    return {
      refreshToken: (rules) => ({
        issuedFor(grantType, client, grant) {
          // Who refreshes has been issued one already.
          const first = grantType === 'refresh_token' || isFirst(grant, consents);
          return asked(when, grant, first) && rules.issuedFor(grantType, client, grant);
        },
      }),
    };
  },
};

function asked(when: When, { scope, requested }: Grant, first: boolean): boolean {
  if (when === 'never') return false;
  const sent = ([name, value]: [string, string]) => requested.get(name) === value;
  if (when.scope !== undefined && !scope.includes(when.scope)) return false;
  if (!Object.entries(when.parameter ?? {}).every(sent)) return false;
  return first || when.firstConsentUnless === undefined || Object.entries(when.firstConsentUnless).some(sent);
}

/** Consent lasts as long as the grant that it was given for: whoever revoked it is asked again. */
function isFirst(grant: Grant, consents: BoundedMap<string, Grant>): boolean {
  const key = `${grant.client.client_id} ${grant.sub}`;
  if (consents.get(key)?.revoked === false) return false;
  consents.set(key, grant);
  return true;
}
