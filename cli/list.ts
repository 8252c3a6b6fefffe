import { Command, Option } from 'commander';
import picocolors from 'picocolors';
import { type CatalogueEntry, readCatalogue } from '../suites/catalogue.js';

/** `proofkey list`: the catalogue. */
export function listCommand(): Command {
  return new Command('list')
    .description('show all requirements')
    .option('--json', 'as a JSON array', false)
    .addOption(new Option('--tier <tier>', 'how many requirements').choices(['core', 'all']).default('all'))
    .action(list);
}

function list({ json, tier }: { json: boolean; tier: 'core' | 'all' }): void {
  const entries = readCatalogue().filter((entry) => tier === 'all' || entry.tier === 'core');
  process.stdout.write(json ? `${JSON.stringify(entries, undefined, 2)}\n` : table(entries));
}

/** Grouped by area, in aligned columns. */
function table(entries: readonly CatalogueEntry[]): string {
  const colors = picocolors.createColors(picocolors.isColorSupported && process.stdout.isTTY === true);
  const width = Math.max(...entries.map(({ id }) => id.length));
  const lines: string[] = [];
  let group = '';
  for (const { id, role, area, level, severity, tier, title } of entries) {
    if (group !== `${role}/${area}`) {
      group = `${role}/${area}`;
      lines.push('', colors.bold(group));
    }
    const more = tier === 'core' ? '' : colors.dim(` (${tier})`);
    lines.push(
      `  ${id.padEnd(width)}  ${level.padEnd(10)}  ${severity.padEnd(8)}  ${colors.dim(title)}${more}`,
    );
  }
  return `${lines.join('\n')}\n\n${entries.length} requirements; "proofkey explain ID" tells more about one\n`;
}
