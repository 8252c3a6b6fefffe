import type { Behaviour } from '../behaviour.js';
import { type EndpointName, ownPaths } from '../endpoint-paths.js';

export const behaviour: Behaviour<EndpointName[]> = {
  axis: 'strictness',
  describes: 'Endpoints that scripts of other origins may call; left out: all that hold no cookie.',
  schema: { type: 'array', items: { enum: Object.keys(ownPaths) }, uniqueItems: true },
  seams: (open) => ({
    transport: (rules) => ({
      cors(exchange, scriptable) {
        const names = Object.keys(ownPaths) as EndpointName[];
        const asked = names.find((name) => ownPaths[name] === exchange.request.path);
        return rules.cors(exchange, scriptable && (asked === undefined || open.includes(asked)));
      },
    }),
  }),
};
