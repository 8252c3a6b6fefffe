import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Playwright finds the tests of a project. */
export interface OrderedSpec {
  testDir: string;
  testMatch: string;
}

/**
 * Playwright takes files by their path. In a file that imports the specs their tests come in the order of the imports,
 * and each still says of itself which file it stands in.
 */
export function orderedSpec(folder: string, name: string, requirements: readonly string[]): OrderedSpec {
  const file = `${name}.spec.mjs`;
  // A module is run once in a process, however often it is imported: the query makes it another one for each subject.
  const imports = requirements.map(
    (id) => `import ${JSON.stringify(new URL(`${id}.spec.js?${name}`, import.meta.url).href)};\n`,
  );
  // Workers read the configuration too; by then the file is there.
  if (process.env.TEST_WORKER_INDEX === undefined) writeFileSync(join(folder, file), imports.join(''));
  return { testDir: folder, testMatch: `**/${file}` };
}
