import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorizationProvider, knownProviders, tokenProvider } from './known-providers.js';

const members = new Set(
  (
    'name authorization token issuers clientSecret publicClientsHaveSecret clientAuthentication pkceRequired offline ' +
    'authorizationParams scopeSeparator tokenRequestFormats parameterNames errorWith200 refusedRedirects ' +
    'appendsQuestionMark tokenPrefixes sources'
  ).split(' '),
);

for (const provider of knownProviders()) {
  test(`${provider.name}: known members, with sources`, () => {
    assert.deepEqual(
      Object.keys(provider).filter((key) => !members.has(key)),
      [],
    );
    assert.ok(provider.sources.length > 0 && provider.sources.every((source) => source.trim() !== ''));
    // A source of a fact, not of a memory.
    assert.doesNotMatch(provider.sources.join(), /\[mem\]|not verified/);
  });

  test(`${provider.name}: patterns of host and path that find it, and nobody else`, () => {
    for (const kind of ['authorization', 'token', 'issuers'] as const) {
      for (const pattern of provider[kind] ?? []) {
        assert.match(pattern, /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^?#\s]*)?$/);
        const url = `https://${pattern.replace('*.', 'a.').replaceAll('/*/', '/a/')}`;
        const found =
          kind === 'token'
            ? tokenProvider({ type: 'oauth', tokenUrl: url })
            : authorizationProvider({
                type: 'oauth',
                ...(kind === 'issuers' ? { issuer: url } : { authorizationUrl: url }),
              });
        assert.equal(found, provider, url);
      }
    }
  });
}

test('every known provider that restricts the format of token requests takes a form, the default', () => {
  for (const { name, tokenRequestFormats } of knownProviders())
    assert.ok(tokenRequestFormats?.includes('form') ?? true, name);
});

test('a pattern finds whole hosts and segments only', () => {
  const urls = [
    'https://github.com.evil.example/login/oauth/access_token',
    'https://evil.example/github.com/login/oauth/access_token',
    'https://github.com/login/oauth/access_tokens',
    'https://github.com@evil.example/login/oauth/access_token',
    'https://myshopify.com/admin/oauth/access_token',
    'https://evilmyshopify.com/admin/oauth/access_token',
    'https://login.microsoftonline.com/oauth2/v2.0/token',
    'github.com/login/oauth/access_token',
  ];
  for (const tokenUrl of urls) assert.equal(tokenProvider({ type: 'oauth', tokenUrl }), undefined, tokenUrl);
});

test('a pattern finds a host in any case, with the default port, a slash at the end and a query', () => {
  const tokenUrl = 'https://GitHub.com:443/login/oauth/access_token/?a=b';
  assert.equal(tokenProvider({ type: 'oauth', tokenUrl })?.name, 'GitHub');
});
