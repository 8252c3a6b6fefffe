import type { AuthorizationExchange } from '../endpoints/authorization.js';
import { spaceSeparated } from '../exchange.js';
import { describable, OAuthError } from '../oauth-error.js';

const prompts = ['none', 'login', 'consent', 'select_account'];

/** OpenID Connect Core §3.1.2.1. */
export function checkPrompt(exchange: AuthorizationExchange): void {
  const prompt = spaceSeparated(exchange.parameters.get('prompt'));
  const unknown = prompt.find((value) => !prompts.includes(value));
  if (unknown !== undefined)
    throw new OAuthError('invalid_request', `prompt ${describable(unknown)} is unknown`);
  if (prompt.includes('none') && prompt.length > 1) {
    throw new OAuthError('invalid_request', 'prompt=none goes with no other value');
  }
  exchange.prompt = prompt;
  exchange.maxAge = maxAge(exchange);
}

function maxAge({ parameters }: AuthorizationExchange): number | undefined {
  const value = parameters.get('max_age');
  if (value === undefined) return undefined;
  if (!/^\d{1,10}$/.test(value))
    throw new OAuthError('invalid_request', 'max_age must be a number of seconds');
  return Number(value);
}
