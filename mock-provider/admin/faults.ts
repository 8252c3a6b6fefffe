import { faultIds, loadFault } from '../fault.js';
import { fields, listOf, text, textLike } from '../shape.js';
import type { AdminAnswer, AdminCall, AdminRoute } from './route.js';

const inForceShape = fields('field', { faults: listOf(text) }, ['faults']);
const nextShape = fields('field', { fault: text, path: textLike(/^\//, 'a path that begins with "/"') }, [
  'fault',
]);

export const faultRoutes: readonly AdminRoute[] = [
  { method: 'GET', path: '/faults', answer: catalogue },
  { method: 'GET', path: '/tenants/{tenant}/faults', answer: inForce },
  { method: 'PUT', path: '/tenants/{tenant}/faults', body: inForceShape, answer: play },
  { method: 'POST', path: '/tenants/{tenant}/faults/next', body: nextShape, answer: playNext },
  { method: 'DELETE', path: '/tenants/{tenant}/faults/next', answer: dropNext },
];

async function catalogue(): Promise<AdminAnswer> {
  const faults = await Promise.all(
    faultIds().map(async (id) => {
      const { deviation, aimedAt } = await loadFault(id);
      return { id, deviation, ...(aimedAt === undefined ? {} : { aimedAt }) };
    }),
  );
  return { status: 200, body: { faults } };
}

function inForce({ tenant }: AdminCall): AdminAnswer {
  return { status: 200, body: { faults: tenant.faults, next: tenant.plannedFaults } };
}

async function play(call: AdminCall): Promise<AdminAnswer> {
  await call.tenant.play((call.body as { faults: string[] }).faults);
  return inForce(call);
}

async function playNext(call: AdminCall): Promise<AdminAnswer> {
  const { fault, path } = call.body as { fault: string; path?: string };
  await call.tenant.playOnce(fault, path);
  return { ...inForce(call), status: 202 };
}

function dropNext(call: AdminCall): AdminAnswer {
  call.tenant.dropPlannedFaults();
  return inForce(call);
}
