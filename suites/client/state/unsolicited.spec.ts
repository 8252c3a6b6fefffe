import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Started } from '../../../fixtures/client/login.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { verifyAborted } from '../../verify/client/aborted.js';

test(
  'A redirect without any pending login does nothing',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §10.12', 'RFC 9700 §4.7'],
    attack:
      "A link or a hidden image logs the victim in to the attacker's account, though no login was begun.",
    threats: ['RFC 9700 §4.7', 'RFC 6819 §4.4.1.8', 'RFC 6819 §4.4.1.12'],
    tested:
      'Delivers a redirect with a live code of this client and a state of the usual form, though no login was begun.',
    fix: 'Ignore responses that belong to no pending login of this user agent.',
    needs: ['client.code', 'client.owns-pending'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    const stranger = await requestMadeElsewhere(client);
    const response = await client.provider.approve(stranger.url);
    await verifyAborted(client, judge, await client.finish(stranger, response));
  },
);

/** An authorization request as this client makes them, that it has not made; it has just been reset. */
async function requestMadeElsewhere(client: ClientUnderTest): Promise<Started> {
  const model = await client.begin();
  await client.reset();
  const url = new URL(model.url);
  url.searchParams.set('client_id', client.configuration.clientId);
  const state = model.state === undefined ? undefined : otherOfSameForm(model.state);
  if (state !== undefined) url.searchParams.set('state', state);
  return { url: url.href, parameters: url.searchParams, state };
}

/** Every letter and digit becomes its neighbour, so that hexadecimal digits, UUIDs and the like remain what they are. */
function otherOfSameForm(value: string): string {
  const neighbours = /[0-9]|[a-z]/gi;
  return value.replace(neighbours, (sign) => {
    const first = /\d/.test(sign) ? '0' : sign === sign.toLowerCase() ? 'a' : 'A';
    const base = first.charCodeAt(0);
    return String.fromCharCode(base + ((sign.charCodeAt(0) - base) ^ 1));
  });
}
