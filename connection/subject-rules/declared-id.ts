import { declaredLists } from '../subject.js';
import type { Objection, SubjectRule } from './rule.js';

const message =
  'does not look like a requirement, so it could never match one. Write role/area/name as in the report, for example server/pkce/s256-verifier-mismatch';

/** Form only: which requirements exist is known to the suites, not here. */
export const declaredId: SubjectRule = {
  demands: 'A declared deviation names a requirement as role/area/name.',
  remedy: 'Write the id as the report shows it, for example server/code/single-use.',
  check: ({ subject }) =>
    declaredLists.flatMap((list) =>
      (subject[list] ?? []).flatMap(({ id }, index): Objection[] =>
        /^(server|client|resource|connection)(\/[a-z0-9]+(-[a-z0-9]+)*){2}$/.test(id)
          ? []
          : [{ path: [list, index, 'id'], message }],
      ),
    ),
};
