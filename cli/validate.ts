import { Command, Option } from 'commander';
import { dayOf } from '../connection/expired.js';
import type { Level } from '../connection/manifest/finding.js';
import { countsOf, type JudgedFile } from '../reports/findings/findings-report.js';
import { exitCodes } from './exit-codes.js';
import { terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { judgeFile } from './validate/judge-file.js';
import { namedFiles } from './validate/named-files.js';
import { version } from './version.js';

interface ValidateOptions {
  format: Format;
  level: Level;
  strict: boolean;
  fix: boolean;
}

type Format = keyof typeof formats;

/** Only the one that is asked for is loaded. */
const formats = {
  text: async () => (await import('../reports/findings/text.js')).textFindings,
  json: async () => (await import('../reports/findings/json.js')).jsonFindings,
  sarif: async () => (await import('../reports/findings/sarif.js')).sarifFindings,
  github: async () => (await import('../reports/findings/github.js')).githubFindings,
};

const levels: readonly Level[] = ['error', 'warning', 'info'];

/** `proofkey validate`: manifests and subject files, judged as they stand: no environment, no network, no driver. */
export function validateCommand(): Command {
  return new Command('validate')
    .description(
      'check connection manifests and subject files as they stand; nothing is contacted or started',
    )
    .argument('[file...]', 'YAML or JSON files; a directory stands for those in it')
    .addOption(
      new Option('--format <format>', 'what is printed').choices(Object.keys(formats)).default('text'),
    )
    .addOption(new Option('--level <level>', 'least level that is told').choices(levels).default('info'))
    .option('--strict', 'a warning fails', false)
    .option('--fix', 'put right in the files what can safely be', false)
    .action(validate);
}

async function validate(words: string[], { format, level, strict, fix }: ValidateOptions): Promise<void> {
  if (words.length === 0) {
    const message =
      'validate needs a file: "proofkey validate connection.yaml" (see docs/writing-a-connection.md)';
    throw new UsageError(message);
  }
  const { colors } = terminal();
  // What a file is judged by may not depend on the environment. The parser also looks for a variable at each token, which
  // took a sixth of the time.
  process.env = {};
  const today = dayOf(new Date().toISOString());
  const files = namedFiles(words).map((file) => judgeFile(file, { fix, today }));
  process.exitCode = exitCodeOf(files, strict);
  const report = await formats[format]();
  const told = files.map((judged) => ({ ...judged, findings: judged.findings.filter(isAtLeast(level)) }));
  process.stdout.write(report({ version: version(), folder: process.cwd(), files: told }, colors));
}

function isAtLeast(least: Level): (finding: { level: Level }) => boolean {
  return ({ level }) => levels.indexOf(level) <= levels.indexOf(least);
}

/** What is told has no part in it. */
function exitCodeOf(files: readonly JudgedFile[], strict: boolean): number {
  const findings = files.flatMap((judged) => judged.findings);
  if (findings.some(({ rule }) => rule === 'unreadable-file' || rule === 'unwritable-file'))
    return exitCodes.wrongUsage;
  const { error, warning } = countsOf(files);
  return error > 0 || (strict && warning > 0) ? exitCodes.finding : exitCodes.asDeclared;
}
