import type { CatalogueEntry } from '../../suites/catalogue.js';

/** Requirements that share the beginning of their ids, as `explain --json` tells them. */
export interface ExplainedAreas {
  kind: 'areas';
  areas: { area: string; requirements: { id: string; title: string; level: string; severity: string }[] }[];
}

/** The areas that a word names: `server/pkce`, `pkce` (of everybody who is judged) or `server` (all of its areas). */
export function explainArea(asked: string, catalogue: readonly CatalogueEntry[]): ExplainedAreas | undefined {
  const word = asked.replace(/\/+$/, '');
  const meant = catalogue.filter(({ role, area }) => [role, area, `${role}/${area}`].includes(word));
  if (meant.length === 0) return undefined;
  const names = [...new Set(meant.map(areaOf))];
  const areas = names.map((area) => ({
    area,
    requirements: meant
      .filter((entry) => areaOf(entry) === area)
      .map(({ id, title, level, severity }) => ({ id, title, level, severity })),
  }));
  return { kind: 'areas', areas };
}

/** Everything that `explainArea` knows, for suggestions. */
export function areaNames(catalogue: readonly CatalogueEntry[]): string[] {
  return [...new Set(catalogue.flatMap((entry) => [entry.role, entry.area, areaOf(entry)]))];
}

function areaOf({ role, area }: CatalogueEntry): string {
  return `${role}/${area}`;
}
