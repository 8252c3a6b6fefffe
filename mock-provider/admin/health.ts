import type { AdminRoute } from './route.js';

/** For the health check of a container: it says that the process answers, and nothing else. */
export const healthRoutes: readonly AdminRoute[] = [
  {
    method: 'GET',
    path: '/health',
    access: 'always',
    answer: () => ({ status: 200, body: { status: 'ok' } }),
  },
];
