import { appendFileSync, statSync } from 'node:fs';

/** Bytes that GitHub takes of one step; above, it shows nothing of it. */
const limit = 1024 * 1024;

/**
 * Appends to the summary page of a step of GitHub Actions, where there is one. Returns what went wrong: a page that
 * cannot be written is no reason to lose the outcome of a run.
 */
export function appendStepSummary(
  summary: string,
  file = process.env.GITHUB_STEP_SUMMARY,
): string | undefined {
  if (file === undefined || file === '') return undefined;
  try {
    const left = limit - (statSync(file, { throwIfNoEntry: false })?.size ?? 0);
    if (Buffer.byteLength(summary) + 1 > left)
      return `The step summary has room for ${left} more bytes: what the run found is in summary.md only.`;
    appendFileSync(file, `${summary}\n`);
    return undefined;
  } catch (error) {
    return `The step summary could not be written to (GITHUB_STEP_SUMMARY): ${(error as Error).message}`;
  }
}
