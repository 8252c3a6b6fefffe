import type { Landing } from '../../fixtures/user-agent/user-agent.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { header } from '../../fixtures/wire/transport.js';

/**
 * A page does not have this value as the target of a link, form, resource or script (RFC 6749 §10.14). Text is
 * harmless, and so is an encoded copy in a parameter of another URL.
 */
export function verifyNoTarget(judge: Judge, landing: Landing, value: string): void {
  if (landing.kind === 'redirect') return;
  const { page, answer } = landing;
  const found = page.targets().find((target) => leadsTo(target, value));
  if (found !== undefined) {
    judge.fail({
      expected: 'no target on any page that comes from this redirect_uri',
      received: `${answer.status} with a page that has ${scheme(value)}: among its targets`,
    });
  }
  // No browser follows it (catalogue, conventions), but it shows that the value was taken for a target.
  if (leadsTo(header(answer, 'location') ?? '', value))
    judge.note(`a Location header with the value, which a ${answer.status} makes harmless`);
}

/** As a browser reads it: without tabs and line breaks, the scheme without case. Parameters may have been added. */
function leadsTo(target: string, value: string): boolean {
  return asRead(target).startsWith(asRead(value));
}

function asRead(uri: string): string {
  const trimmed = uri.replace(/[\t\r\n]/g, '').trimStart();
  return trimmed.replace(/^[^:/?#]+:/, (name) => name.toLowerCase());
}

function scheme(value: string): string {
  return asRead(value).split(':')[0] ?? '';
}
