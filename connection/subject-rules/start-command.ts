import type { ExecDriver } from '../subject.js';
import type { Path } from '../subject-file-error.js';
import type { SubjectInFile } from '../subject-in-file.js';
import type { Objection, SubjectRule } from './rule.js';

const message =
  'is blank, so there is no program to start. Write the program and each argument as an entry, for example [node, server.js]';

/** The schema refuses an empty list; only the program must not be blank, an argument may be. */
export const startCommand: SubjectRule = {
  demands: 'No program to be started is blank.',
  remedy: 'Write the program and its arguments, for example [node, server.mjs].',
  check: ({ subject }) =>
    programs(subject).flatMap(([path, program]): Objection[] =>
      program === undefined || program.trim() !== '' ? [] : [{ path, message }],
    ),
};

const execCommands = ['login', 'call', 'refresh', 'revoke', 'status'] as const satisfies (keyof ExecDriver)[];

/** Every program that the file names, with where it stands. */
function programs({ server, client }: SubjectInFile): [Path, string | undefined][] {
  const { stdio, module, exec, http, browser } = client?.driver ?? {};
  const driver = ['client', 'driver'];
  return [
    [['server', 'start', 'command', 0], server?.start?.command[0]],
    [[...driver, 'stdio', 0], stdio?.[0]],
    Array.isArray(module) ? [[...driver, 'module', 0], module[0]] : [[...driver, 'module'], module],
    ...execCommands.map((name): [Path, string | undefined] => [
      [...driver, 'exec', name, 'command', 0],
      exec?.[name]?.command[0],
    ]),
    [[...driver, 'http', 'start', 'command', 0], http?.start?.command[0]],
    [[...driver, 'browser', 'start', 'command', 0], browser?.start?.command[0]],
  ];
}
