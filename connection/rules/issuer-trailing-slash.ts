import type { Path } from '../subject-file-error.js';
import type { ConnectionRule } from './rule.js';

/** Information only: the identifier of some servers does end with a slash. */
export const issuerTrailingSlash: ConnectionRule = {
  level: 'info',
  demands: 'An issuer or providerUrl that ends with a slash is so spelled in the metadata of the server.',
  remedy: 'Write it without the slash, unless "issuer" in the metadata of the server ends with one too.',
  clause: 'RFC 8414 §3.3, RFC 9207 §2.4',
  check({ auth }) {
    const fields: [Path, string | undefined][] = [
      [['auth', 'issuer'], auth.issuer],
      [['auth', 'bridge', 'providerUrl'], auth.bridge?.providerUrl],
    ];
    return fields.flatMap(([path, url]) =>
      url?.endsWith('/') && !url.includes('/.well-known/')
        ? [
            {
              path,
              what: 'ends with a slash',
              why: 'identifiers are compared character by character, and the one without the slash is another',
              instead:
                'Write it without, unless "issuer" in the metadata of the server ends with a slash too',
            },
          ]
        : [],
    );
  },
};
