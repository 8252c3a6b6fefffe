import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter';
import { readPlan } from '../fixtures/plan.js';
import { catalogueEntry, catalogueFile } from '../suites/catalogue.js';
import { detailsOf, requirementId } from '../suites/requirement.js';

/** Writes the catalogue from what `playwright test --list` found: the specs' own annotations. */
export default class CatalogueReporter implements Reporter {
  onBegin(_config: FullConfig, suite: Suite): void {
    const entries = suite
      .allTests()
      .map((test) =>
        catalogueEntry(requirementId(test.location.file), test.title, detailsOf(test.annotations)),
      )
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    writeFileSync(join(readPlan().out, catalogueFile), `${JSON.stringify(entries, undefined, 1)}\n`);
  }

  onError(error: { message?: string }): void {
    process.stderr.write(`${error.message ?? String(error)}\n`);
  }

  printsToStdio(): boolean {
    return true;
  }
}
