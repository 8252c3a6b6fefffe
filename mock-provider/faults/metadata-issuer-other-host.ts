import { metadataOfAccomplice } from '../deviations/metadata-of-accomplice.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: "serves metadata that claim an issuer on another host and list the accomplice's endpoints",
  seams: metadataOfAccomplice(({ tenant }) => {
    const issuer = new URL(tenant.issuer);
    issuer.hostname = 'other.example';
    return issuer.href.replace(/\/$/, '');
  }),
};
