import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { guessability } from '../../verify/guessability.js';

const sample = 20;
const requiredBits = 128;

test(
  'Codes are unguessable and never repeat',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §10.10', 'OAuth 2.1 draft-16 §7.7'],
    attack: 'Codes are guessed or predicted.',
    threats: ['RFC 6819 §4.4.1.3', 'RFC 6819 §4.4.1.11'],
    tested: `Collects ${sample} codes and bounds from above how much of them can be random, by what varies and over which alphabet.`,
    fix: 'Make codes of at least 128, better 160 bits from a cryptographic random number generator.',
    needs: ['as.code', 'cfg.login'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const userAgent = server.newUserAgent();
    const codes: string[] = [];
    while (codes.length < sample) codes.push((await server.obtainCode({}, userAgent)).code);
    const expected = `${sample} different codes of at least ${requiredBits} random bits`;
    const distinct = new Set(codes).size;
    if (distinct < sample) judge.fail({ expected, received: `${distinct} different ones of ${sample}` });
    const { bits, why } = guessability(codes);
    const received = `at most ${Math.floor(bits)} bits: ${why}`;
    if (bits < requiredBits) judge.fail({ expected, received });
    judge.note(received);
  },
);
