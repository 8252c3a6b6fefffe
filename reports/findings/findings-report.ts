import type { Finding, Level } from '../../connection/manifest/finding.js';

/** What `proofkey validate` has to say. */
export interface FindingsReport {
  version: string;
  /** Where the command was run: relative names of files start there. */
  folder: string;
  files: JudgedFile[];
}

export interface JudgedFile {
  /** As the user named it, or as a directory that was named has it. */
  file: string;
  /** In the order of the file. */
  findings: Finding[];
  /** What was put right. */
  fixed: Finding[];
}

export type Counts = Record<Level | 'fixed', number>;

export function countsOf(files: readonly JudgedFile[]): Counts {
  const counts: Counts = { error: 0, warning: 0, info: 0, fixed: 0 };
  for (const { findings, fixed } of files) {
    for (const { level } of findings) counts[level] += 1;
    counts.fixed += fixed.length;
  }
  return counts;
}
