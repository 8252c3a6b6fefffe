import { scopesOf } from '../../../fixtures/server/comparable.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { manifestClause, said, verifyField } from '../../verify/connection/drift.js';
import { askForScope } from '../../verify/connection/granted-scopes.js';

const usual = [' ', ',', '+', '|'];
const inWords = (separator: string) => (separator === ' ' ? 'a space' : `"${separator}"`);

test(
  'Two scopes joined by the declared separator are granted as two',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: [manifestClause, 'RFC 6749 §3.3'],
    attack: 'Logins fail, or the two are granted as one scope that opens nothing.',
    threats: [],
    tested:
      'Asks for two declared scopes, joined as declared and, where that is not understood, by space, comma, "+" and "|".',
    fix: 'Set connection.auth.scopeSeparator to what the server splits at.',
    needs: ['as.code', 'cfg.login', 'as.endpoints', 'said.two-scopes'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const { scopeSeparator } = server.facts.declared;
    const declared = scopeSeparator ?? ' ';
    const two = scopesOf(server.facts).slice(0, 2);
    let understood: string | undefined;
    let refusal: string | undefined;
    for (const separator of new Set([declared, ...usual])) {
      const { seen, told } = await askForScope(server, judge, two.join(separator));
      if (two.every((scope) => seen.includes(scope))) understood = separator;
      if (understood !== undefined) break;
      refusal ??= `${inWords(separator)}: ${told}`;
    }
    if (understood === undefined)
      return judge.inconclusive(
        `${two.join(' and ')} granted together, joined in any way`,
        refusal ?? 'nothing',
      );
    verifyField(judge, {
      field: 'connection.auth.scopeSeparator',
      declared: said(inWords(declared), scopeSeparator === undefined ? 'by default' : undefined),
      advertised: undefined,
      observed: said(inWords(understood), refusal),
    });
  },
);
