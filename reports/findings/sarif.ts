import type { Finding, Level } from '../../connection/manifest/finding.js';
import { type CatalogueRule, ruleCatalogue } from '../../connection/manifest/rule-catalogue.js';
import { artifactLocation, type Folders } from '../artifact.js';
import { sarifLog } from '../sarif/log.js';
import type { FindingsReport } from './findings-report.js';

const levels: Record<Level, string> = { error: 'error', warning: 'warning', info: 'note' };

/** Files that could not be taken in are no results about a file's contents. */
const aboutTheRun = new Set(['unreadable-file', 'unwritable-file']);

/** SARIF 2.1.0 (OASIS), as code scanning services take it. */
export function sarifFindings({ version, folder, files }: FindingsReport): string {
  const findings = files.flatMap((judged) => judged.findings);
  const results = findings.filter(({ rule }) => !aboutTheRun.has(rule));
  const failures = findings.filter(({ rule }) => aboutTheRun.has(rule));
  const invocation = {
    executionSuccessful: failures.length === 0,
    toolExecutionNotifications: failures.map((finding) => notification(finding, { folder })),
  };
  return sarifLog(version, {
    rules: ruleCatalogue.map(descriptor),
    invocation,
    results: results.map((finding) => result(finding, { folder })),
  });
}

function descriptor({ id, level, demands, clause }: CatalogueRule) {
  const help = clause === undefined ? {} : { help: { text: clause } };
  return {
    id,
    shortDescription: { text: demands.replaceAll('`', '') },
    ...help,
    defaultConfiguration: { level: levels[level] },
  };
}

function result({ path, line, column, ...finding }: Finding, folders: Folders) {
  const file = artifactLocation(folders, finding.file);
  const { edit } = finding;
  return {
    ruleId: finding.rule,
    ruleIndex: ruleCatalogue.findIndex(({ id }) => id === finding.rule),
    level: levels[finding.level],
    message: { text: path === '' ? finding.message : `${path}: ${finding.message}` },
    locations: [
      {
        physicalLocation: { artifactLocation: file, region: { startLine: line, startColumn: column } },
        ...(path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path, kind: 'member' }] }),
      },
    ],
    ...(edit === undefined ? {} : { fixes: [fix(edit, file)] }),
  };
}

function fix({ start, end, text }: NonNullable<Finding['edit']>, file: object) {
  const inserted = text === '' ? {} : { insertedContent: { text } };
  const deletedRegion = { charOffset: start, charLength: end - start };
  return { artifactChanges: [{ artifactLocation: file, replacements: [{ deletedRegion, ...inserted }] }] };
}

function notification({ rule, level, message, file }: Finding, folders: Folders) {
  return {
    descriptor: { id: rule },
    level: levels[level],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(folders, file) } }],
  };
}
