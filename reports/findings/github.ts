import type { Finding, Level } from '../../connection/manifest/finding.js';
import { type Folders, pathFrom } from '../artifact.js';
import { type AnnotationLevel, annotation } from '../workflow-command.js';
import type { FindingsReport } from './findings-report.js';

const levels: Record<Level, AnnotationLevel> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands of GitHub Actions, which become annotations; one finding a line. */
export function githubFindings({ folder, files }: FindingsReport): string {
  return files.flatMap(({ findings }) => findings.map((finding) => annotated(finding, { folder }))).join('');
}

function annotated({ rule, level, file, line, column, path, message }: Finding, folders: Folders): string {
  const properties = { file: pathFrom(folders, file), line, col: column, title: rule };
  return annotation(levels[level], properties, [path === '' ? message : `${path}: ${message}`]);
}
