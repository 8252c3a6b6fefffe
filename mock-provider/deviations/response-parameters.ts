import type { Exchange } from '../exchange.js';
import type { Fault } from '../fault.js';
import type { ResponseParameters } from '../seams/authorization-response.js';

/** Deviation of the parameters that an authorization response carries, errors included. */
export function responseParameters(
  change: (parameters: ResponseParameters, exchange: Exchange) => ResponseParameters,
): Fault['seams'] {
  return {
    authorizationResponse: (rules) => ({
      parameters: (parameters, request, exchange) =>
        change(rules.parameters(parameters, request, exchange), exchange),
    }),
  };
}
