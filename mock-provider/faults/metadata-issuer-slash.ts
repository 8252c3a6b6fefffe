import { metadataOfAccomplice } from '../deviations/metadata-of-accomplice.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation:
    "serves metadata that claim the issuer with a slash behind it and list the accomplice's endpoints",
  seams: metadataOfAccomplice(({ tenant }) => `${tenant.issuer}/`),
};
