import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyMemberTypes, verifyRequiredMembers } from '../../verify/metadata-members.js';

test(
  'Members needed for the offered flows are present and correctly typed',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 8414 §2', 'RFC 8414 §3.2', 'OIDC Discovery §3'],
    attack: 'Clients guess endpoints and capabilities.',
    threats: [],
    tested:
      'Reads issuer, response types and endpoints of each document, and the JSON type of every *_supported, *_endpoint and *_uri member.',
    fix: 'Publish issuer, response_types_supported, authorization_endpoint and token_endpoint with the types of RFC 8414, and leave out what is empty.',
    needs: ['as.document'],
    negative: false,
  }),
  async ({ server, judge }) => {
    for (const { url, document } of server.facts.discovery) {
      if (document === undefined) continue;
      await judge.variant(new URL(url).pathname, async () => {
        verifyRequiredMembers(judge, document);
        verifyMemberTypes(judge, document);
      });
    }
  },
);
