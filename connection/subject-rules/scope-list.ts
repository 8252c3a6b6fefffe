import type { Path } from '../subject-file-error.js';
import type { Objection, SubjectRule } from './rule.js';

export const scopeList: SubjectRule = {
  demands: 'No scope is blank, listed twice, or holds the separator of scopes.',
  remedy: 'Write one entry for each scope.',
  clause: 'RFC 6749 §3.3',
  onConnections: true,
  check: ({ subject: { connection, server, client } }) => {
    const separator = connection?.auth.scopeSeparator ?? ' ';
    const lists: [Path, readonly string[] | undefined][] = [
      [['client', 'scopes'], client?.scopes],
      [['connection', 'auth', 'scopes'], connection?.auth.scopes],
      ...Object.entries(server?.clients ?? {}).map(
        ([name, { scopes }]): [Path, readonly string[] | undefined] => [
          ['server', 'clients', name, 'scopes'],
          scopes,
        ],
      ),
    ];
    return lists.flatMap(([path, scopes = []]) => objectionsTo(scopes, path, separator));
  },
};

function objectionsTo(scopes: readonly string[], path: Path, separator: string): Objection[] {
  const seen = new Set<string>();
  return scopes.flatMap((scope, index): Objection[] => {
    const objection = objectionTo(scope, seen.has(scope), separator);
    seen.add(scope);
    return objection === undefined ? [] : [{ path: [...path, index], ...objection }];
  });
}

function objectionTo(
  scope: string,
  repeated: boolean,
  separator: string,
): Omit<Objection, 'path'> | undefined {
  if (scope.trim() === '') {
    const message = 'is a blank scope, which servers refuse as invalid_scope. Remove it';
    return { message, fix: { remove: true } };
  }
  if (scope.includes(separator)) {
    const message =
      'contains the separator of scopes, so the server would read several. Write one entry for each scope';
    return { message };
  }
  if (!repeated) return undefined;
  const message = 'is listed twice, so what was granted could not be compared. Remove one of the two';
  return { message, fix: { remove: true } };
}
