import { pathToFileURL } from 'node:url';
import type { Finding, Level } from '../../connection/manifest/finding.js';
import { type CatalogueRule, ruleCatalogue } from '../../connection/manifest/rule-catalogue.js';
import { visibleJson } from '../visible-json.js';
import type { FindingsReport } from './findings-report.js';
import { pathFrom } from './path-from.js';

const levels: Record<Level, string> = { error: 'error', warning: 'warning', info: 'note' };

/** Files that could not be taken in are no results about a file's contents. */
const aboutTheRun = new Set(['unreadable-file', 'unwritable-file']);

/** SARIF 2.1.0 (OASIS), as code scanning services take it. */
export function sarifFindings({ version, folder, files }: FindingsReport): string {
  const findings = files.flatMap((judged) => judged.findings);
  const results = findings.filter(({ rule }) => !aboutTheRun.has(rule));
  const failures = findings.filter(({ rule }) => aboutTheRun.has(rule));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'proofkey',
            version,
            semanticVersion: version,
            rules: ruleCatalogue.map(descriptor),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            toolExecutionNotifications: failures.map((finding) => notification(finding, folder)),
          },
        ],
        results: results.map((finding) => result(finding, folder)),
      },
    ],
  };
  return `${visibleJson(JSON.stringify(log, undefined, 2))}\n`;
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

function result({ path, line, column, ...finding }: Finding, folder: string) {
  const artifactLocation = artifact(finding.file, folder);
  const { edit } = finding;
  return {
    ruleId: finding.rule,
    ruleIndex: ruleCatalogue.findIndex(({ id }) => id === finding.rule),
    level: levels[finding.level],
    message: { text: path === '' ? finding.message : `${path}: ${finding.message}` },
    locations: [
      {
        physicalLocation: { artifactLocation, region: { startLine: line, startColumn: column } },
        ...(path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path, kind: 'member' }] }),
      },
    ],
    ...(edit === undefined ? {} : { fixes: [fix(edit, artifactLocation)] }),
  };
}

function fix({ start, end, text }: NonNullable<Finding['edit']>, artifactLocation: object) {
  const inserted = text === '' ? {} : { insertedContent: { text } };
  const deletedRegion = { charOffset: start, charLength: end - start };
  return { artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion, ...inserted }] }] };
}

function notification({ rule, level, message, file }: Finding, folder: string) {
  return {
    descriptor: { id: rule },
    level: levels[level],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(file, folder) } }],
  };
}

/** Below the folder: relative to it, so that the report means the same on another machine. */
function artifact(file: string, folder: string) {
  const path = pathFrom(folder, file);
  if (path.startsWith('../') || /^([a-z]:)?\//i.test(path)) return { uri: pathToFileURL(file).href };
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
