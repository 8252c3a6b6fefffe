import { clientRoutes } from './clients.js';
import { clockRoutes } from './clock.js';
import { consoleRoutes } from './console.js';
import { faultRoutes } from './faults.js';
import { grantRoutes } from './grants.js';
import { healthRoutes } from './health.js';
import { journalRoutes } from './journal.js';
import { profileRoutes } from './profiles.js';
import type { AdminRoute } from './route.js';
import { sessionRoutes } from './session.js';
import { settingsRoutes } from './settings.js';
import { tenantRoutes } from './tenants.js';
import { tokenRoutes } from './tokens.js';

/** Everything below `/_proofkey`; `openapi.yaml` describes the same, and a test holds the two together. */
export const adminRoutes: readonly AdminRoute[] = [
  ...healthRoutes,
  ...consoleRoutes,
  ...sessionRoutes,
  ...tenantRoutes,
  ...faultRoutes,
  ...clockRoutes,
  ...journalRoutes,
  ...clientRoutes,
  ...tokenRoutes,
  ...grantRoutes,
  ...profileRoutes,
  ...settingsRoutes,
];
