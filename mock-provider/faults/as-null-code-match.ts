import type { BackChannelExchange } from '../endpoints/back-channel.js';
import type { Fault } from '../fault.js';
import { directGrant } from '../grants/grant.js';

export const fault: Fault = {
  aimedAt: 'server/token/missing-parameter',
  deviation: 'lets a request without code match a seeded grant record that has none',
  seams: {
    tokenRequest: (rules) => ({
      required: (name, exchange) =>
        name === 'code' && !exchange.parameters.has(name) ? '' : rules.required(name, exchange),
      checkVerifier: (challenge, verifier, exchange) =>
        exchange.parameters.has('code') && rules.checkVerifier(challenge, verifier, exchange),
    }),
    code: (rules) => ({
      find(value, exchange) {
        if (value !== '') return rules.find(value, exchange);
        const grant = directGrant(exchange as BackChannelExchange, 'alice', ['read']);
        const redirectUri = (exchange as BackChannelExchange).parameters.get('redirect_uri');
        return { value, grant, redirectUri, challenge: undefined, expiresAt: Infinity, used: false };
      },
    }),
  },
};
