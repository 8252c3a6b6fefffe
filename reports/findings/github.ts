import type { Finding, Level } from '../../connection/manifest/finding.js';
import { plain } from '../plain.js';
import type { FindingsReport } from './findings-report.js';
import { pathFrom } from './path-from.js';

const commands: Record<Level, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands of GitHub Actions, which become annotations; one finding a line. */
export function githubFindings({ folder, files }: FindingsReport): string {
  return files.flatMap(({ findings }) => findings.map((finding) => annotation(finding, folder))).join('');
}

function annotation({ rule, level, file, line, column, path, message }: Finding, folder: string): string {
  const properties = { file: pathFrom(folder, file), line, col: column, title: rule };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${inProperty(String(value))}`);
  const text = path === '' ? message : `${path}: ${message}`;
  return `::${commands[level]} ${listed.join(',')}::${inText(text)}\n`;
}

/** As the runner reads it back. What steers a terminal is left out: the log shows the line, too. */
function inText(text: string): string {
  return plain(text).replaceAll('%', '%25');
}

/** A file's name is not made shorter: line ends have escapes of their own here. */
function inProperty(text: string): string {
  return text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C')
    .replace(/[\p{Cc}\p{Cf}]/gu, '');
}
