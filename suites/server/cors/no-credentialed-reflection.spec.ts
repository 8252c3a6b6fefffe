import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { crossOriginCalls, verifyNoCredentialedReflection } from '../../verify/cross-origin.js';

test(
  'No endpoint grants arbitrary origins credentialed access',
  requirement({
    level: 'SHOULD NOT',
    severity: 'high',
    tier: 'core',
    clauses: [
      'Fetch standard (CORS protocol)',
      'Browser-Based Apps draft §6.3.3.4',
      'RFC 9700 §2.6',
      'Harness policy (no clause forbids it outright)',
    ],
    attack: 'Any web page reads tokens or user data with the cookies of the person who visits it.',
    threats: [],
    tested:
      'Calls every endpoint that a script could call, and its preflight, with the origins https://evil.test and null.',
    fix: 'Send Access-Control-Allow-Origin: * without credentials, or allow credentials to the origins of your own clients only.',
    needs: ['as.endpoints'],
    negative: true,
    control: 'the token endpoint issues a token',
  }),
  async ({ server, judge }) => {
    const calls = crossOriginCalls(server);
    for (const origin of ['https://evil.test', 'null']) {
      for (const call of calls) {
        await judge.variant(`${call.name}, Origin ${origin}`, () =>
          verifyNoCredentialedReflection(server, judge, call, origin),
        );
      }
    }
  },
);
