import type { Exchange } from '../exchange.js';
import { authorizationCodeGrant } from '../grants/authorization-code.js';
import { clientCredentialsGrant } from '../grants/client-credentials.js';
import type { GrantHandler } from '../grants/grant.js';
import { refreshTokenGrant } from '../grants/refresh-token.js';
import { OAuthError } from '../oauth-error.js';
import type { Reply } from '../reply.js';
import { authenticateClient } from '../steps/authenticate-client.js';
import {
  acceptForm,
  answerJson,
  type BackChannelExchange,
  backChannel,
  methodNotAllowed,
} from './back-channel.js';

const grants = new Map<string, GrantHandler>([
  ['authorization_code', authorizationCodeGrant],
  ['refresh_token', refreshTokenGrant],
  ['client_credentials', clientCredentialsGrant],
]);

/** grant_types_supported of the metadata. */
export const grantTypes: readonly string[] = [...grants.keys()];

const steps = [checkMethod, readTokenForm, establishGrantType, authenticateClient, redeemGrant];

/** RFC 6749 §3.2. */
export async function token(exchange: Exchange): Promise<Reply> {
  const backChannelExchange = backChannel(exchange, 'token');
  const { tokenResponse } = exchange.seams;
  const reply = await answerJson(backChannelExchange, steps, (error) =>
    tokenResponse.deliverError(error, backChannelExchange),
  );
  return tokenResponse.encode(reply, backChannelExchange);
}

function checkMethod(exchange: BackChannelExchange): void {
  if (!exchange.seams.tokenRequest.methodAllowed(exchange.request.method)) throw methodNotAllowed(exchange);
}

function readTokenForm(exchange: BackChannelExchange): void {
  acceptForm(exchange, exchange.seams.tokenRequest.form(exchange));
}

function establishGrantType(exchange: BackChannelExchange): void {
  exchange.parameters.set('grant_type', exchange.seams.tokenRequest.grantType(exchange));
}

async function redeemGrant(exchange: BackChannelExchange): Promise<Reply> {
  const { parameters, client, seams } = exchange;
  const grantType = parameters.get('grant_type') ?? '';
  const grant = grants.get(grantType);
  if (grant === undefined) return seams.tokenRequest.unsupportedGrant(grantType, exchange);
  if (!client.grant_types.includes(grantType)) {
    throw new OAuthError('unauthorized_client', `this client is not registered for grant_type ${grantType}`);
  }
  const body = await grant(exchange);
  return seams.tokenResponse.deliver(seams.tokenResponse.body(body, exchange), exchange);
}
