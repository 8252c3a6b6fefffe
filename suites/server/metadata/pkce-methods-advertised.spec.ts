import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { shapeOf } from '../../verify/token-response.js';

const expected = 'code_challenge_methods_supported, an array with "S256"';

test(
  'PKCE support is discoverable and includes S256',
  requirement({
    level: 'SHOULD',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 9700 §2.1.1', 'RFC 8414 §2', 'RFC 7636 §4.2'],
    attack:
      'Clients cannot tell that PKCE protects them, and go without it, or without any protection against forged responses.',
    threats: ['RFC 9700 §4.7'],
    tested: 'Reads code_challenge_methods_supported of the metadata.',
    fix: 'Publish "code_challenge_methods_supported": ["S256"] in the metadata document.',
    needs: ['as.document', 'as.code'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const methods = server.facts.metadata.code_challenge_methods_supported;
    if (methods === undefined || methods === null || (Array.isArray(methods) && methods.length === 0))
      return judge.warn({ expected, received: Array.isArray(methods) ? 'an empty list' : shapeOf(methods) });
    if (!Array.isArray(methods) || !methods.includes('S256'))
      judge.fail({ expected, received: Array.isArray(methods) ? methods.join(', ') : shapeOf(methods) });
  },
);
