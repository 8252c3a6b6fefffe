import { inShell } from '../../connection/in-shell.js';
import type { SubjectAnswers } from './answers.js';

/** What to do with the file, as commands. */
export function nextSteps(answers: SubjectAnswers, out: string): string {
  const file = inShell(out);
  const { server, client } = answers;
  const commands = [
    ...variables(answers).map(([name, what]) => `${`export ${name}=…`.padEnd(40)}# ${what}`),
    `npx proofkey validate ${file}`,
    ...(server === undefined && client === undefined ? [] : [runCommand(client, file)]),
  ];
  return `Written to ${out}. Next:\n\n${commands.map((command) => `  ${command}`).join('\n')}\n`;
}

/** Environment variables that the file refers to. */
function variables({ connection, server }: SubjectAnswers): [name: string, what: string][] {
  const { login } = server ?? {};
  return [
    ...(connection?.secretVariable === undefined || server === undefined
      ? []
      : [[connection.secretVariable, 'the client secret'] as [string, string]]),
    ...(login === undefined || login === 'auto-approve'
      ? []
      : [[login.passwordVariable, `the password of ${login.username}`] as [string, string]]),
  ];
}

function runCommand(client: SubjectAnswers['client'], file: string): string {
  const interactive = client?.driver.kind === 'interactive' ? '--interactive ' : '';
  return `npx proofkey run ${interactive}${file}`;
}
