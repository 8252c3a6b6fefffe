import { jwtVerify } from 'jose';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'resource/bearer/other-token-kinds',
  deviation: 'verifies signature and iss only',
  seams: {
    resource: (rules) => ({
      async validate(token, exchange) {
        const valid = await rules.validate(token, exchange);
        const { tenant, resource } = exchange;
        if (valid !== undefined || tenant.store.accessTokens.has(token)) return valid;
        const signed = await jwtVerify(token, tenant.signingKey.publicJwk, { issuer: tenant.issuer })
          .then(() => true)
          .catch(() => false);
        const records = signed ? [...tenant.store.accessTokens.values()] : [];
        return records.findLast((record) => record.audience.includes(resource));
      },
    }),
  },
};
