import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { verifyEnds, verifyExpiry } from '../../verify/client/expiry.js';
import { callThrice, logInWithLifetime, sum, verifyRefreshCount } from '../../verify/client/lifetimes.js';
import { verifyRejected } from '../../verify/client/rejected.js';

/** Seconds. */
const announced = 3600;
const soon = 60;
const day = 24 * 3600;

/** Faults, and the least and most seconds that a reported expiry may then be ahead. */
const variants = {
  'expires_in "3600"': { fault: 'as-expires-in-string', least: announced - soon, most: announced },
  'expires_in "abc"': { fault: 'token-expires-in-abc', least: soon, most: day },
  'expires_in {}': { fault: 'token-expires-in-object', least: soon, most: day },
  'expires_in true': { fault: 'token-expires-in-true', least: soon, most: day },
};

test(
  'A numeric string in expires_in is understood or treated as unknown',
  requirement({
    level: 'SHOULD',
    severity: 'medium',
    tier: 'core',
    clauses: [
      'RFC 6749 §5.1',
      'RFC 6749 Appendix A.14',
      'OAuth 2.1 draft-16 §3.2.3',
      'Harness policy (odd lifetimes do no harm)',
    ],
    attack: 'Computing with NaN makes the token immortal, or refreshes on each call.',
    threats: [],
    tested:
      'Announces the lifetimes "3600", "abc", {} and true, counts refreshes during three calls, and asks for the expiry.',
    fix: 'Take expires_in for a lifetime only where it is a finite number (or a text of digits), and for unknown otherwise.',
    needs: ['client.refresh', 'client.call', 'client.owns-refresh'],
    negative: true,
    control: 'the client calls its resource',
  }),
  async ({ client, judge }) => {
    for (const [name, { fault, least, most }] of Object.entries(variants))
      await judge.variant(name, async () => {
        const { login, accepted } = await logInWithLifetime(client, judge, fault);
        if (!accepted) return verifyRejected(client, judge, login);
        const { expiresInSeconds } = (await client.status()) ?? {};
        const { refreshes } = await callThrice(client, judge);
        verifyRefreshCount(judge, sum(refreshes), 1, 'during three calls');
        verifyExpiry(judge, expiresInSeconds, least, most);
        if (fault === 'as-expires-in-string' && client.can('clock'))
          await verifyEnds(client, judge, announced);
      });
  },
);
