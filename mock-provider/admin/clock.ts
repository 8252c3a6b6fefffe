import { fields, wholeNumber } from '../shape.js';
import type { AdminAnswer, AdminCall, AdminRoute } from './route.js';

const century = 100 * 365 * 24 * 3600;
const advanceShape = fields('field', { seconds: wholeNumber(0, century, ' of seconds') }, ['seconds']);

export const clockRoutes: readonly AdminRoute[] = [
  { method: 'GET', path: '/tenants/{tenant}/clock', answer: state },
  { method: 'POST', path: '/tenants/{tenant}/clock/advance', body: advanceShape, answer: advance },
  { method: 'POST', path: '/tenants/{tenant}/clock/freeze', answer: freeze },
  { method: 'POST', path: '/tenants/{tenant}/clock/resume', answer: resume },
];

function state({ tenant }: AdminCall): AdminAnswer {
  return { status: 200, body: tenant.clock.state() };
}

function advance(call: AdminCall): AdminAnswer {
  call.tenant.clock.advance((call.body as { seconds: number }).seconds);
  return state(call);
}

function freeze(call: AdminCall): AdminAnswer {
  call.tenant.clock.freeze();
  return state(call);
}

function resume(call: AdminCall): AdminAnswer {
  call.tenant.clock.resume();
  return state(call);
}
