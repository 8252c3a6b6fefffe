import type { AuthorizationExchange } from '../endpoints/authorization.js';
import { describable, OAuthError } from '../oauth-error.js';

/** RFC 8707 §2.1: the resources a token is for; without any it is for the first. */
export function checkResource(exchange: AuthorizationExchange): void {
  const { tenant, encoded } = exchange;
  const asked = encoded.getAll('resource').filter((resource) => resource !== '');
  const unknown = asked.find((resource) => !tenant.resources.includes(resource));
  if (unknown !== undefined) {
    throw new OAuthError('invalid_target', `resource ${describable(unknown)} is unknown here`);
  }
  exchange.resources = asked.length > 0 ? asked : tenant.resources.slice(0, 1);
}
