import type { Path } from '../subject-file-error.js';
import type { Objection, SubjectRule } from './rule.js';

export const scopeList: SubjectRule = ({ subject: { connection, server, client } }) => {
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
  return lists.flatMap(([path, scopes = []]) =>
    scopes.flatMap((scope, index): Objection[] => {
      const message = objectionTo(scope, scopes.indexOf(scope) < index, separator);
      return message === undefined ? [] : [{ path: [...path, index], message }];
    }),
  );
};

function objectionTo(scope: string, repeated: boolean, separator: string): string | undefined {
  if (scope.trim() === '') return 'is a blank scope, which servers refuse as invalid_scope. Remove it';
  if (scope.includes(separator)) {
    return 'contains the separator of scopes, so the server would read several. Write one entry for each scope';
  }
  return repeated
    ? 'is listed twice, so what was granted could not be compared. Remove one of the two'
    : undefined;
}
