/** What must not be copied into a manifest, which is committed. */

const secretWords = new Set([
  'secret',
  'password',
  'passwd',
  'pwd',
  'passphrase',
  'token',
  'assertion',
  'key',
  'apikey',
  'credential',
  'credentials',
  'verifier',
  'signature',
  'sig',
]);

/** By the last word: `client_secret` and `apiKey`, but not `token_access_type`. */
export function isSecretName(name: string): boolean {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
  return secretWords.has(words.at(-1) ?? '');
}

/** Whether a URL carries a user name, a password, or a parameter that is a secret by its name. */
export function holdsSecret(url: string): boolean {
  if (/^[a-z][a-z0-9+.-]*:\/*[^/?#]*@/i.test(url)) return true;
  const query = /[?#](.*)$/s.exec(url)?.[1] ?? '';
  return query
    .split(/[&;#?]/)
    .some((pair) => pair.includes('=') && isSecretName(decoded(pair.slice(0, pair.indexOf('=')))));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
