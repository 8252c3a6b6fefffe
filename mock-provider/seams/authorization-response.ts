import type { Exchange } from '../exchange.js';
import { type Reply, redirect } from '../reply.js';
import type { ValidatedRequest } from '../store.js';

export type ResponseParameters = Record<string, string>;

/** How a response reaches the client (OAuth 2.0 Multiple Response Type Encoding Practices §2.1, Form Post Response Mode). */
export type ResponseMode = 'query' | 'fragment' | 'form_post';

/** The subset of a request that an answer needs; errors may come before the rest was established. */
export type Respondable = Pick<ValidatedRequest, 'redirectUri' | 'state'> & Partial<ValidatedRequest>;

/** RFC 6749 §4.1.2, RFC 9207. */
export interface AuthorizationResponseSeam {
  /** The mode of a response; errors may come before the request was found to be correct. */
  mode(request: Respondable): ResponseMode;
  /** Parameters as they go out: state and iss are in them already. */
  parameters(parameters: ResponseParameters, request: Respondable, exchange: Exchange): ResponseParameters;
  /** What a granted request is answered with. `issueCode` makes the code. */
  success(
    request: ValidatedRequest,
    issueCode: () => string,
    exchange: Exchange & { sub: string },
  ): Promise<SuccessResponse>;
  /** The redirect itself; `afterPost` tells that it answers a submitted form. */
  redirect(location: string, afterPost: boolean): Reply;
}

export interface SuccessResponse {
  parameters: ResponseParameters;
  /** Where it is not that of the request. */
  mode?: ResponseMode;
}

export const authorizationResponse: AuthorizationResponseSeam = {
  mode: () => 'query',
  parameters: (parameters) => parameters,
  success: async (_request, issueCode) => ({ parameters: { code: issueCode() } }),
  redirect: (location) => redirect(location),
};
