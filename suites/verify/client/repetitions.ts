import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';

/** Logins that are enough where each is a process or a page. */
const enough = 5;

/** Whether an adapter drives the client: it takes its whole configuration by `reset`, and a login takes milliseconds. */
export function hasAdapter({ section }: ClientUnderTest): boolean {
  return 'module' in section.driver || 'stdio' in section.driver;
}

/** How often to log in: as often as usual where that is cheap. Tell the number in a note. */
export function repetitions(client: ClientUnderTest, usual: number): number {
  return hasAdapter(client) ? usual : Math.min(usual, enough);
}
