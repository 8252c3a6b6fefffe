import { type CatalogueEntry, readCatalogue } from '../../suites/catalogue.js';
import { notCovered, threats } from '../../suites/threats.js';
import { table } from '../connection-tables.js';
import { rolePage } from './role-page.js';
import { threatsPage } from './threats-page.js';

/** Who is judged, and what the page about it is called. */
const roles: Record<string, string> = {
  server: 'Requirements of authorization servers',
  resource: 'Requirements of resource servers',
  client: 'Requirements of clients',
  connection: 'Requirements of connections, held against their server',
};

/** The pages of `docs/requirements/` by name, as they have to be. */
export async function requirementsPages(): Promise<Record<string, string>> {
  const catalogue = readCatalogue();
  const unknown = catalogue.find(({ role }) => roles[role] === undefined);
  if (unknown !== undefined) throw new Error(`no page is planned for ${unknown.id}; add its role here`);
  const pages = await Promise.all(
    Object.entries(roles).map(async ([role, heading]) => {
      const own = catalogue.filter((entry) => entry.role === role);
      return [`${role}.md`, await rolePage(heading, own)];
    }),
  );
  return {
    'README.md': frontPage(catalogue),
    ...Object.fromEntries(pages),
    'threats.md': threatsPage(catalogue),
  };
}

function frontPage(catalogue: readonly CatalogueEntry[]): string {
  const rows = Object.entries(roles).map(([role, heading]) => {
    const own = catalogue.filter((entry) => entry.role === role);
    const areas = [...new Set(own.map(({ area }) => area))];
    return [
      `[${heading}](${role}.md)`,
      String(own.length),
      areas.map((area) => `[${area}](${role}.md#${area})`).join(' · '),
    ];
  });
  const all = Object.keys(threats).length;
  const covered = all - Object.keys(notCovered).length;
  return `# All requirements

${catalogue.length} requirements, each one file below \`suites/\`, whose path is its name. \`npx proofkey explain ID\` tells the same of one.

${table(['page', 'requirements', 'areas'], rows)}

[Threats of RFC 9700 and RFC 6819](threats.md), by the requirements that cover them: ${covered} of ${all}.

What a connection manifest has to say to be understood at all is on [another page](../writing-a-connection.md#rules).

## What the lines mean

| line | says |
|---|---|
| level, severity, tier | a MUST that is violated fails, a SHOULD warns (and fails with \`--strict\`); \`run\` judges the tier core, \`--tier all\` the rest |
| Clauses | where it is demanded, the deciding place first; "Harness policy" says that no public document does, and what we ask for |
| Attack | what somebody gains where it is violated, or what it costs |
| Threats | sections that describe the attack, or name what is demanded as a countermeasure |
| Tested | what Proofkey does to find out |
| Fix | what to change |
| Needs | what has to be there: otherwise it is skipped, and the reason says what is missing |
| Control | the honest request that keeps a subject that refuses everything from passing |
| Proved by | the faults, of the mock or of the reference client, that it is shown to catch (\`npm run mutants\`) |
`;
}
