import type { SubjectAnswers } from './answers.js';
import { clientLines } from './client-lines.js';
import { connectionLines } from './connection-lines.js';
import { serverLines } from './server-lines.js';
import { field, type Line, rendered, unused } from './yaml-lines.js';

const head = `# yaml-language-server: $schema=./node_modules/proofkey/dist/connection/subject.schema.json
# Written by "proofkey init". What begins with "# " and a field name is not used; docs/subject-file.md has all fields.
`;

/** A subject file, in which each field says what it is for. */
export function subjectText({ connection, server, client }: SubjectAnswers): string {
  const judged = server !== undefined || client !== undefined;
  const lines: Line[] = [
    field(0, 'version: 1'),
    ...(judged ? against(connection?.openid ?? false) : []),
    ...(connection === undefined ? [] : [blank, ...connectionLines(connection)]),
    ...(server === undefined || connection === undefined ? [] : [blank, ...serverLines(server, connection)]),
    ...(client === undefined ? [] : [blank, ...clientLines(client)]),
    ...(judged
      ? [blank, ...declarations(server === undefined ? 'client/state/mismatch' : 'server/code/single-use')]
      : []),
  ];
  return head + rendered(lines);
}

const blank = field(0, '');

function against(openid: boolean): Line[] {
  const graded = openid ? '[oauth2.0, oidc]' : '[oauth2.0]';
  return [field(0, `against: ${graded}`, 'what it is graded by: oauth2.0 (with RFC 9700), oauth2.1, oidc')];
}

const declarations = (id: string): Line[] => [
  unused(0, 'fails:', 'requirements that are known to fail: the run is green with exactly these'),
  unused(0, `  - { id: ${id}, reason: ticket 1, until: 2030-01-31 }`, 'red again after that day'),
];
