import { clientRoutes } from './clients.js';
import { clockRoutes } from './clock.js';
import { faultRoutes } from './faults.js';
import { healthRoutes } from './health.js';
import { journalRoutes } from './journal.js';
import type { AdminRoute } from './route.js';
import { tenantRoutes } from './tenants.js';
import { tokenRoutes } from './tokens.js';

/** Everything below `/_proofkey`; `openapi.yaml` describes the same, and a test holds the two together. */
export const adminRoutes: readonly AdminRoute[] = [
  ...healthRoutes,
  ...tenantRoutes,
  ...faultRoutes,
  ...clockRoutes,
  ...journalRoutes,
  ...clientRoutes,
  ...tokenRoutes,
];
