import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SubjectResults } from '../../results/run-results.js';
import {
  lastingAnswers,
  loops,
  pagesThatRefuse,
  refusingPage,
  unreadableAnswers,
  unreadablePages,
} from './hostile/answers.js';
import { judged, mapped, negativesWon, serverFile } from './hostile/judged.js';
import { hostileInWords } from './hostile/manners.js';
import type { Interceptor, Passage, Takeover } from './servers/mock-behind-proxy.js';

/** Negative requirements that need a refusal at the token endpoint, and at the authorization endpoint. */
const atToken = ['server/code/unknown', 'server/pkce/verifier-missing'];
const atPage = 'server/redirect-uri/unregistered-host';
const words = [...atToken, atPage].flatMap((id) => ['--only', id]);

/**
 * Correct, until there is something to refuse: so the controls pass, and only the hostile answer can tell anything. One
 * such answer a requirement: a token request without verifier, another one, an authorization request.
 */
interface Hostility {
  withoutVerifier?: [string, Takeover];
  withVerifier?: [string, Takeover];
  atAuthorize?: [string, (path: string) => Takeover];
}

function hostile({ withoutVerifier, withVerifier, atAuthorize }: Hostility): Interceptor {
  return ({ path, status, requestBody }: Passage) => {
    if (path.startsWith('/loop/')) return atAuthorize?.[1](path);
    if (status < 400) return undefined;
    if (path.startsWith('/authorize')) return atAuthorize?.[1](path);
    const [, answer] = (requestBody.includes('code_verifier=') ? withVerifier : withoutVerifier) ?? [];
    return path === '/token' ? answer : undefined;
  };
}

const tokenAnswers = Object.entries({ ...lastingAnswers, ...unreadableAnswers });
const pages = mapped({ ...unreadablePages, ...pagesThatRefuse }, (body) => () => refusingPage(body));
const authorizeAnswers = Object.entries({ ...loops, ...pages });
const half = Math.ceil(tokenAnswers.length / 2);

/** As few servers as it takes: each is judged by a process of its own, and that costs more than judging it. */
const servers = Array.from({ length: Math.max(half, authorizeAnswers.length) }, (_, index): Hostility => {
  const [withoutVerifier, withVerifier] = [tokenAnswers[index], tokenAnswers[index + half]];
  return {
    ...(withoutVerifier === undefined || index >= half ? {} : { withoutVerifier }),
    ...(withVerifier === undefined ? {} : { withVerifier }),
    ...(authorizeAnswers[index] === undefined ? {} : { atAuthorize: authorizeAnswers[index] }),
  };
});

test('a hostile refusal counts for what it says, and for nothing where it cannot be read', async (t) => {
  const behind = [...servers.map(hostile), hostileInWords, () => undefined];
  const files = behind.map((intercept, index) => serverFile(t, `server ${index}`, intercept));
  const { subjects, run } = await judged(t, { files: await Promise.all(files), words, seconds: 110 });
  assert.equal(run.code, 3);
  assert.equal(subjects.size, behind.length);
  const verdictOf = (index: number, row: string | undefined) => {
    const { requirements, outcome } = subjects.get(`server-${index}`) as SubjectResults;
    assert.deepEqual(outcome.crashed, []);
    return requirements.find(({ id }) => id === row);
  };

  for (const [index, { withoutVerifier, withVerifier, atAuthorize }] of servers.entries()) {
    const cases = [
      [atToken[1], withoutVerifier],
      [atToken[0], withVerifier],
      [atPage, atAuthorize],
    ] as const;
    for (const [row, hostility] of cases) {
      if (hostility === undefined) continue;
      const expected = hostility[0] in pagesThatRefuse ? 'pass' : 'inconclusive';
      await t.test(`${hostility[0]}: ${expected}`, () => {
        const result = verdictOf(index, row);
        assert.equal(result?.verdict, expected, result?.message);
      });
    }
  }

  for (const [index, name] of ['a server of hostile words', 'a correct one beside them all'].entries())
    await t.test(`${name} is judged by what it does`, () => {
      const subject = subjects.get(`server-${servers.length + index}`) as SubjectResults;
      assert.deepEqual(negativesWon(subject).sort(), [atPage, ...atToken].sort());
      assert.equal(subject.outcome.exitCode, 0);
    });
});
