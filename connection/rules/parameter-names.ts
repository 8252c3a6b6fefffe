import type { ConnectionAuth } from '../subject.js';
import type { Path } from '../subject-file-error.js';
import type { ConnectionRule } from './rule.js';
import { ownParameters } from './shared/wire-names.js';

export const parameterNames: ConnectionRule = {
  level: 'error',
  demands: 'parameterNames gives no two parameters of one request the same name.',
  remedy: 'Write the name that the documentation of the server has for each parameter.',
  clause: 'RFC 6749 §3.1 and §3.2',
  check({ auth }) {
    const collisions = new Map(
      Object.values(ownParameters).flatMap((request) =>
        collisionsIn(request, auth).map((path): [string, Path] => [path.join(), path]),
      ),
    );
    return [...collisions.values()].map((path) => ({
      path,
      what: 'is the name of another parameter of the same request too',
      why: 'the request would have two of that name, and a parameter may not come twice',
      instead: 'Write the name that the documentation of the server has for this one',
    }));
  },
};

/** Where the later of two parameters with one name is written. */
function collisionsIn(request: readonly string[], auth: ConnectionAuth): Path[] {
  const renamed = auth.parameterNames ?? {};
  const taken = new Set(request.filter((name) => renamed[name] === undefined || renamed[name] === name));
  const paths: Path[] = [];
  for (const name of request) {
    const wire = renamed[name];
    if (wire === undefined || wire === name) continue;
    if (taken.has(wire)) paths.push(['auth', 'parameterNames', name]);
    taken.add(wire);
  }
  if (!request.includes('response_type')) return paths;
  // A further parameter under the standard name is the matter of shadowed-parameter.
  const extra = Object.keys(auth.authorizationParams ?? {});
  const shadowing = extra.filter((name) => taken.has(name) && !request.includes(name));
  return [...paths, ...shadowing.map((name) => ['auth', 'authorizationParams', name])];
}
