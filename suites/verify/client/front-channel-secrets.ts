import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Redemption } from './redemption.js';

/** Characters below which a value would be found in ordinary words. */
const shortest = 16;

/** Secrets of the back channel that a login has shown, by name. */
export function backChannelSecrets(
  { configuration }: ClientUnderTest,
  { tokenRequest }: Redemption,
): [what: string, value: string][] {
  const secrets: [string, unknown][] = [
    ['client secret', configuration.clientSecret],
    ['code_verifier', tokenRequest.parameter('code_verifier')],
    ['access token', tokenRequest.answered('access_token')],
    ['refresh token', tokenRequest.answered('refresh_token')],
  ];
  return secrets.filter(
    (secret): secret is [string, string] => typeof secret[1] === 'string' && secret[1].length >= shortest,
  );
}

/** Whether a URL holds a value: as it is, percent-encoded, or in base64, alone or in the midst of other bytes. */
export function holds(url: string, value: string): boolean {
  const texts = [url, percentDecoded(url), percentDecoded(percentDecoded(url))];
  const cores = base64Cores(value);
  return texts.some((text) => {
    const base64url = text.replaceAll('+', '-').replaceAll('/', '_');
    return text.includes(value) || cores.some((core) => base64url.includes(core));
  });
}

/**
 * What base64url makes of a value at each of the three places that it can have in a group of three bytes. The first
 * characters depend on the bytes before it and the last one on those behind, so they are left out.
 */
function base64Cores(value: string): string[] {
  return [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]);
    const [first, end] = [Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6)];
    return bytes.toString('base64url').slice(first, end);
  });
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
