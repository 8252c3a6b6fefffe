import { type Answer, headerValues } from '../../fixtures/wire/transport.js';

/** How a page is kept out of foreign frames, by the strongest means that a browser obeys. */
export type FrameProtection = 'policy' | 'open policy' | 'legacy header' | 'script' | 'none';

/** CSP Level 3 §6.4.2 frame-ancestors; HTML, X-Frame-Options; a script as the last resort (RFC 9700 §4.16). */
export function frameProtection(answer: Answer): FrameProtection {
  const ancestors = frameAncestors(answer);
  // Every policy holds by itself: one that closes is enough. Any of them overrides X-Frame-Options.
  if (ancestors.some((sources) => !sources.some(isOpen))) return 'policy';
  if (ancestors.length > 0) return 'open policy';
  if (hasLegacyHeader(answer)) return 'legacy header';
  return bustsFrames(answer.body) ? 'script' : 'none';
}

/** Sources of the first frame-ancestors directive of each policy; report-only ones are in a header of another name. */
function frameAncestors(answer: Answer): string[][] {
  return headerValues(answer, 'content-security-policy')
    .flatMap((value) => value.split(','))
    .map((policy) =>
      policy
        .split(';')
        .map((directive) => directive.trim().split(/\s+/))
        .find(([name]) => name?.toLowerCase() === 'frame-ancestors'),
    )
    .filter((directive) => directive !== undefined)
    .map(([, ...sources]) => sources);
}

/** Any host: `*`, a bare scheme such as `https:`, or `https://*`. */
function isOpen(source: string): boolean {
  return /^([a-z][a-z0-9+.-]*:(\/\/\*)?|\*)(:(\*|\d+))?\/?$/i.test(source);
}

function hasLegacyHeader(answer: Answer): boolean {
  const values = headerValues(answer, 'x-frame-options').flatMap((value) => value.split(','));
  return values.length > 0 && values.every((value) => /^\s*(deny|sameorigin)\s*$/i.test(value));
}

function bustsFrames(body: string): boolean {
  const scripts = [...body.matchAll(/<script\b[^>]*>(.*?)<\/script/gis)].map(([, script]) => script).join();
  return /\b(top|parent)\b[^;{}]{0,40}[!=]==?|[!=]==?\s*(window\.)?(top|parent)\b|\btop\.location\b/.test(
    scripts,
  );
}
