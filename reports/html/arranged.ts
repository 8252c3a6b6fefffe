import type { RequirementResult } from '../../fixtures/verdict/result.js';
import { bySeverity, failedControls } from '../../results/findings.js';
import type { RunResults, SubjectResults } from '../../results/run-results.js';
import { shortened } from './markup.js';
import { type ShownStanding, shownStanding } from './shown-standing.js';

/** Characters of a subject's name. */
const shownName = 120;

/** One subject of the run, and the name that its anchors begin with. */
export interface ShownSubject {
  subject: SubjectResults;
  slug: string;
}

/** The judgement of one requirement on one subject. */
export interface ShownResult extends ShownSubject {
  result: RequirementResult;
  standing: ShownStanding;
  /** Its place in the report; that of the requirement where there is one subject only. */
  anchor: string;
}

/** One requirement, with what became of it on every subject that was asked. */
export interface ShownRequirement {
  id: string;
  /** `server/pkce`: who is judged, and what of it. */
  area: string;
  /** What is the same for all subjects: texts, clauses, level. */
  about: RequirementResult;
  results: ShownResult[];
}

/** A run in the order in which a report tells it. */
export interface Arranged {
  run: RunResults;
  subjects: ShownSubject[];
  /** Those with a finding, in the order in which they are best put right. */
  findings: ShownRequirement[];
  /** All others, by area. */
  areas: Map<string, ShownRequirement[]>;
  all: ShownRequirement[];
}

export function arranged(run: RunResults): Arranged {
  const subjects = withSlugs(run.subjects);
  const all = requirementsOf(subjects);
  const findings = inOrder(all);
  const areas = new Map<string, ShownRequirement[]>();
  for (const requirement of all) {
    const known = areas.get(requirement.area) ?? [];
    areas.set(requirement.area, findings.includes(requirement) ? known : [...known, requirement]);
  }
  return { run, subjects, findings, areas, all };
}

/** Names of subjects may hold anything; an anchor holds letters, digits and dashes. */
function withSlugs(subjects: readonly SubjectResults[]): ShownSubject[] {
  const taken = new Set<string>();
  return subjects.map((subject) => {
    const plain = subject.name.replace(/[^a-zA-Z0-9.]+/g, '-').replace(/^-+|-+$/g, '') || 'subject';
    const base = plain.slice(0, 60);
    let slug = base;
    for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}`;
    taken.add(slug);
    return { subject: { ...subject, name: shortened(subject.name, shownName) }, slug };
  });
}

function requirementsOf(subjects: readonly ShownSubject[]): ShownRequirement[] {
  const byId = new Map<string, ShownRequirement>();
  for (const shown of subjects)
    for (const result of shown.subject.requirements) {
      const { id } = result;
      const known = byId.get(id) ?? { id, area: areaOf(id), about: result, results: [] };
      const anchor = subjects.length === 1 ? id : `${shown.slug}:${id}`;
      known.results.push({ ...shown, result, standing: shownStanding(result, shown.subject), anchor });
      byId.set(id, known);
    }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function areaOf(id: string): string {
  return id.split('/').slice(0, 2).join('/');
}

/** Those with a finding. A control that failed for one subject explains more than anything else does. */
function inOrder(all: readonly ShownRequirement[]): ShownRequirement[] {
  const found = all.filter(({ results }) => results.some(({ standing }) => standing === 'finding'));
  const rested = failedControls(all.flatMap(({ results }) => results.map(({ result }) => result)));
  const ordered = bySeverity(
    found.map(({ about }) => about),
    (id) => rested.has(id),
  );
  return ordered.flatMap(({ id }) => found.find((requirement) => requirement.id === id) ?? []);
}
