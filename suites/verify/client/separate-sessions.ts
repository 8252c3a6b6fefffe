import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';

type Session = { session?: string };

/** Sessions of an attacker and a victim, where the client has several; otherwise two logins in the one that it has. */
export function sessionsOf({ hello }: ClientUnderTest): [Session, Session] {
  const separate = hello.capabilities.includes('client.two-sessions');
  return separate ? [{ session: 'attacker' }, { session: 'victim' }] : [{}, {}];
}
