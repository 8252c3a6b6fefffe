import type { Fault } from '../fault.js';
import { SigningKey } from '../keys.js';

export const fault: Fault = {
  aimedAt: 'server/id-token/signature',
  deviation: 'signs with a key missing from the JWKS',
  seams: {
    idToken() {
      let unpublished: Promise<SigningKey> | undefined;
      return {
        async sign(claims, { tenant }) {
          unpublished ??= SigningKey.generate(tenant.signingKey.algorithm);
          return (await unpublished).sign(claims, 'JWT');
        },
      };
    },
  },
};
