import type { Finding } from '../../connection/manifest/finding.js';
import { visibleJson } from '../visible-json.js';
import { countsOf, type FindingsReport } from './findings-report.js';

/** For programs; docs/writing-a-connection.md says what is in it. */
export function jsonFindings({ version, files }: FindingsReport): string {
  const { error, warning, info, fixed } = countsOf(files);
  const report = {
    schema: 1,
    tool: { name: 'proofkey', version },
    summary: { files: files.length, errors: error, warnings: warning, infos: info, fixed },
    files: files.map((judged) => ({
      file: judged.file,
      findings: judged.findings.map((finding) => ({
        ...entry(finding),
        fixable: finding.edit !== undefined,
      })),
      fixed: judged.fixed.map(entry),
    })),
  };
  return `${visibleJson(JSON.stringify(report, undefined, 2))}\n`;
}

function entry({ rule, level, line, column, path, message }: Finding) {
  return { rule, level, line, column, path, message };
}
