import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { useOfMetadata } from '../../verify/client/metadata-use.js';

const variants = {
  'another host': 'metadata-issuer-other-host',
  'another path': 'metadata-issuer-other-path',
  'a trailing slash': 'metadata-issuer-slash',
};

test(
  'Metadata whose issuer differs from the configured one is not used',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 8414 §3.3', 'RFC 8414 §6.2', 'OpenID Connect Discovery §4.3'],
    attack:
      "A document of the attacker speaks for the server, and gets the user's password, the code and the tokens sent to it.",
    threats: ['RFC 9700 §4.4', 'RFC 6819 §4.2.1', 'RFC 6819 §4.5.4'],
    tested:
      'Serves metadata that claim an issuer on another host, with another path or with a trailing slash, and list endpoints elsewhere.',
    fix: 'Compare the issuer in the document with the configured one, character by character, before anything of it is used.',
    needs: ['client.code', 'client.discovery'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    const attacker = await client.addProvider();
    client.provider.leadTo(attacker);
    for (const [variant, fault] of Object.entries(variants))
      await judge.variant(variant, async () => {
        await client.provider.play(fault);
        const use = await useOfMetadata(client, judge, attacker);
        if (use === undefined) return;
        const finding = { expected: 'the metadata to be refused', received: use };
        if (fault === 'metadata-issuer-slash') judge.warn(finding);
        else judge.fail(finding);
      });
  },
);
