import { issuerNamed } from '../../controls/issuer-named.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';

test(
  'Successful authorization responses name the issuer, equal to metadata',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 9207 §2', 'RFC 9207 §2.3'],
    attack: 'A client with several servers sends the code of one to another, which is the attacker (mix-up).',
    threats: ['RFC 9700 §4.4'],
    tested: 'Completes a code request and compares iss with the issuer of the metadata, byte for byte.',
    fix: 'Add iss, the issuer identifier as published in the metadata, once to every authorization response.',
    needs: ['as.iss', 'as.code', 'cfg.login'],
    negative: false,
    control: 'server/authz-request/code-roundtrip',
  }),
  ({ server, judge }) => issuerNamed(server, judge),
);
