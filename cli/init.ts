import { Command, Option } from 'commander';
import { dialects } from '../connection/dialects/index.js';
import { importFile } from './init/import-file.js';
import { type Flag, flags } from './init/question.js';
import { UsageError } from './usage-error.js';

interface InitOptions extends Record<string, unknown> {
  from?: string;
  dialect?: string;
  out?: string;
  force: boolean;
  yes: boolean;
}

/** `proofkey init`: a first subject file, from questions, an issuer or a connection in somebody else's notation. */
export function initCommand(): Command {
  const command = new Command('init')
    .description(
      'write a first subject file: by asking, from the issuer of a server, or from another notation',
    )
    .argument('[issuer]', 'URL of the server to test; its metadata are read')
    .option('--from <file>', 'file to import a connection from; "-" reads standard input')
    .addOption(
      new Option('--dialect <name>', 'its notation; default: by the content').choices(Object.keys(dialects)),
    )
    .option('--out <file>', 'file to write; default: subject.yaml, with --from standard output')
    .option('--force', 'overwrite that file', false)
    .option('--yes', 'ask only what has no default', false)
    .action(init);
  for (const [flag, takes] of Object.entries(flags))
    command.addOption(new Option(`--${flag} ${takes}`).helpGroup('Answers, so that they are not asked:'));
  return command;
}

async function init(issuer: string | undefined, options: InitOptions): Promise<void> {
  const { from, dialect, out, force, yes } = options;
  if (from !== undefined && issuer !== undefined)
    throw new UsageError('an issuer and --from are two ways to begin. Give one of them');
  if (from !== undefined) return importFile({ from, dialect, out, force });
  const answers = answersIn(issuer, options);
  const { stdin, stdout } = process;
  const isTerminal = stdin.isTTY === true && stdout.isTTY === true;
  if (!isTerminal && Object.keys(answers).length === 0) throw new UsageError(nobodyToAsk);
  // Loaded here: it brings the whole server side with it.
  const { writeSubject } = await import('./init/write-subject.js');
  await writeSubject({
    ...{ answers, out: out ?? 'subject.yaml', force, yes },
    streams: isTerminal ? { input: stdin, output: stdout } : undefined,
    write: (text) => void stdout.write(text),
  });
}

function answersIn(issuer: string | undefined, options: InitOptions): Partial<Record<Flag, string>> {
  const given = Object.keys(flags).flatMap((flag) => {
    const value = options[flag.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase())];
    return typeof value === 'string' ? [[flag, value]] : [];
  });
  return { ...Object.fromEntries(given), ...(issuer === undefined ? {} : { issuer }) };
}

const nobodyToAsk = `init asks questions at a terminal, and standard input or output is none. Give the answers:
  a server:  proofkey init ISSUER --client-id ID --username NAME   (--authorization-url and --token-url without metadata)
  a client:  proofkey init --what client --driver stdio --command "python3 adapter.py"
  a file in another notation:  proofkey init --from FILE
"proofkey init --help" has all answers`;
