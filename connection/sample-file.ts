/** For tests: subject files that exist only as text. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSubject } from './load-subject.js';
import type { LoadedSubject } from './subject.js';
import { SubjectFileError } from './subject-file-error.js';

/** Runs `use` with the path of a file that holds `content`, and removes the file. */
export function withSampleFile<T>(content: string | Buffer, use: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-'));
  try {
    const file = join(folder, 'subject.yaml');
    writeFileSync(file, content);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function loadSample(content: string | Buffer, interactive = false): LoadedSubject {
  return withSampleFile(content, (file) => loadSubject(file, { interactive }));
}

/** The problems of a file as `line:column path: message`; empty when it loads. */
export function problemsOf(content: string | Buffer): string[] {
  return problemsThrown(() => loadSample(content));
}

/** The problems that `action` throws; whatever else it throws is a defect and passes through. */
export function problemsThrown(action: () => unknown): string[] {
  try {
    action();
    return [];
  } catch (error) {
    if (!(error instanceof SubjectFileError)) throw error;
    return error.problems.map(({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`);
  }
}
