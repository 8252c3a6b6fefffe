import type { SubjectRule } from './rule.js';

const message =
  'is blank, so there is no program to start. Write the program and each argument as an entry, for example [node, server.js]';

/** The schema refuses an empty list; only the program must not be blank, an argument may be. */
export const startCommand: SubjectRule = ({ subject }) => {
  const program = subject.server?.start?.command[0];
  if (program === undefined || program.trim() !== '') return [];
  return [{ path: ['server', 'start', 'command', 0], message }];
};
