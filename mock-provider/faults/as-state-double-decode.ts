import type { Fault } from '../fault.js';

function unescaped(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

export const fault: Fault = {
  aimedAt: 'server/state/echo-exact',
  deviation: 'decodes state once more before echoing',
  seams: {
    authorizationResponse: (rules) => ({
      parameters(parameters, request, exchange) {
        const { state, ...others } = rules.parameters(parameters, request, exchange);
        return state === undefined ? others : { ...others, state: unescaped(state) };
      },
    }),
  },
};
