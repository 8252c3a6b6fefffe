import type { Client } from '../client.js';
import { type Exchange, runSteps } from '../exchange.js';
import { OAuthError } from '../oauth-error.js';
import type { CodeRecord } from '../records.js';
import type { Reply } from '../reply.js';
import { errorPageReply, errorResponse } from '../steps/authorization-answer.js';
import { beginInteraction } from '../steps/begin-interaction.js';
import { checkCodeChallenge } from '../steps/check-code-challenge.js';
import { checkPrompt } from '../steps/check-prompt.js';
import { checkRedirectUri } from '../steps/check-redirect-uri.js';
import { checkResource } from '../steps/check-resource.js';
import { checkResponseType } from '../steps/check-response-type.js';
import { checkScope } from '../steps/check-scope.js';
import { identifyClient } from '../steps/identify-client.js';
import { readAuthorizationParameters } from '../steps/read-authorization-parameters.js';
import { refuseRepeatedParameters } from '../steps/refuse-repeated-parameters.js';
import { refuseUnservedParameters } from '../steps/refuse-unserved-parameters.js';

/** An authorization request; each step establishes some of it. */
export interface AuthorizationExchange extends Exchange {
  encoded: URLSearchParams;
  parameters: Map<string, string>;
  /** Name of a parameter that came more than once. */
  repeated: string | undefined;
  client: Client;
  redirectUri: string;
  responseType: string;
  scope: string[];
  resources: string[];
  prompt: string[];
  /** Seconds since the last login that the client accepts. */
  maxAge: number | undefined;
  challenge: CodeRecord['challenge'];
}

/** Whatever fails here is told on a page of our own: the redirect URI is not trusted yet (RFC 6749 §4.1.2.1). */
const beforeRedirect = [readAuthorizationParameters, identifyClient, checkRedirectUri];

/** Whatever fails here is told to the client at its redirect URI. */
const afterRedirect = [
  refuseRepeatedParameters,
  refuseUnservedParameters,
  checkComplete,
  checkResponseType,
  checkScope,
  checkResource,
  checkCodeChallenge,
  checkPrompt,
  beginInteraction,
];

/** RFC 6749 §3.1 and §4.1. */
export async function authorization(exchange: Exchange): Promise<Reply> {
  const request = exchange as AuthorizationExchange;
  try {
    return await runSteps(request, [...beforeRedirect, ...afterRedirect]);
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    exchange.error = { code: error.code, description: error.description };
    if (request.redirectUri === undefined) return errorPageReply(exchange, error);
    const { redirectUri, parameters } = request;
    return errorResponse(exchange, { redirectUri, state: parameters.get('state'), parameters }, error);
  }
}

function checkComplete(exchange: AuthorizationExchange): void {
  exchange.seams.authorizationRequest.checkComplete(exchange);
}
