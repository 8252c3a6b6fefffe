import { metadataOfAccomplice } from '../deviations/metadata-of-accomplice.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: "serves metadata that claim an issuer with another path and list the accomplice's endpoints",
  seams: metadataOfAccomplice(({ tenant }) => `${tenant.issuer}/other`),
};
