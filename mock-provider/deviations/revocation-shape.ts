import { type ClientAuthenticationMethod, clientAuthenticationMethods } from '../client.js';
import { type OwnAnswer, ownAnswerSchema } from './filled-answer.js';

export type TokenPlace = 'form' | 'json' | 'query' | 'bearer';

/** What revocation is like at a provider; left out is what RFC 7009 says. */
export interface RevocationShape {
  /** Below the issuer, where it is no endpoint of RFC 7009 and so none of the connection's; `{name}` is a parameter. */
  path?: string;
  methods?: string[];
  /** Where the token is; `bearer`: in the Authorization header. */
  tokenIn?: TokenPlace[];
  /** Name of the parameter with the token. */
  parameter?: string;
  /** Value that the parameter must have, where it names an account and no token. */
  account?: string;
  /** `optional`: nobody has to name a client, who does must prove it. */
  authentication?: 'required' | 'optional' | 'none';
  /** How clients authenticate, where it is not as at the token endpoint. */
  clientMethods?: ClientAuthenticationMethod[];
  /** What ends with the token: nothing else, its grant, or all that the resource owner granted to the client. */
  ends?: 'token' | 'grant' | 'every-grant';
  answer?: OwnAnswer;
  /** For a token that is unknown or dead. */
  unknown?: OwnAnswer;
}

const listOf = (values: readonly string[]) => ({
  type: 'array',
  items: { enum: values },
  minItems: 1,
  uniqueItems: true,
});

/** JSON Schema of RevocationShape. */
export const revocationSchema = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    path: { type: 'string', pattern: '^/[^?#]*$' },
    methods: listOf(['GET', 'POST', 'DELETE']),
    tokenIn: listOf(['form', 'json', 'query', 'bearer']),
    parameter: { type: 'string', minLength: 1 },
    account: { type: 'string', minLength: 1 },
    authentication: { enum: ['required', 'optional', 'none'] },
    clientMethods: listOf(clientAuthenticationMethods),
    ends: { enum: ['token', 'grant', 'every-grant'] },
    answer: ownAnswerSchema,
    unknown: ownAnswerSchema,
  },
};
