import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { redemption } from '../../verify/client/redemption.js';

/** Everything that form encoding changes; RFC 6749 Appendix A.2 has secrets of visible ASCII and space. */
const clientSecret = 'p+ss:w%rd &/=';

test(
  'Identifier and secret are form-encoded before Basic',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §2.3.1', 'RFC 6749 Appendix B', 'RFC 6749 Appendix A'],
    attack: 'Secrets with reserved characters fail, or end at the first ":".',
    threats: [],
    tested:
      'Gives the client a secret of reserved characters, and decodes the Basic header of its token request.',
    fix: 'Encode client_id and client_secret as application/x-www-form-urlencoded values, join them with ":", then base64.',
    needs: ['client.code', 'client.confidential', 'client.configurable-secret'],
    negative: false,
    client: 'confidential',
  }),
  async ({ client, judge }) => {
    const changes = { clientSecret, clientAuthentication: 'client_secret_basic' } as const;
    const { tokenRequest } = await redemption(client, judge, {}, changes);
    const { clientId } = client.configuration;
    const { id, secret } =
      tokenRequest.basicCredentials ??
      judge.inconclusive('an Authorization header with Basic credentials', 'a token request without');
    const expected = 'identifier and secret, each form-encoded, in the Basic header';
    if (id === clientId && secret === clientSecret)
      return judge.failFor('strict', {
        expected,
        received:
          'both as they are: a server that decodes them reads another secret (+ and %, or a cut at ":")',
      });
    if (formDecoded(id) !== clientId || formDecoded(secret) !== clientSecret)
      return judge.fail({ expected, received: 'a header that decodes to other values' });
    if (secret !== new URLSearchParams({ '': clientSecret }).toString().slice(1))
      judge.note('encoded otherwise than HTML forms do, with the same result once decoded');
  },
);

function formDecoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
