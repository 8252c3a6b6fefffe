import type { Judge } from '../../fixtures/verdict/judge.js';
import { type Answer, header, headerValues } from '../../fixtures/wire/transport.js';

/** No cache may keep the answer (RFC 6749 §5.1, RFC 9111 §5.2.2.5). */
export function verifyNotCacheable(judge: Judge, answer: Answer): void {
  const value = headerValues(answer, 'cache-control').join(', ');
  const directives = value
    .toLowerCase()
    .split(',')
    .map((directive) => directive.trim());
  const received = value === '' ? 'no Cache-Control' : `Cache-Control: ${value}`;
  if (!directives.includes('no-store')) judge.fail({ expected: 'Cache-Control: no-store', received });
  const contrary = directives.find(
    (directive) => directive === 'public' || /^max-age\s*=\s*"?0*[1-9]/.test(directive),
  );
  if (contrary !== undefined)
    judge.warn({ expected: `Cache-Control: no-store without ${contrary}`, received });
  if (!/\bno-cache\b/i.test(header(answer, 'pragma') ?? ''))
    judge.note('no Pragma: no-cache (obsolete, and dropped by OAuth 2.1)');
  if (header(answer, 'etag') !== undefined) judge.note('an ETag is sent');
}
