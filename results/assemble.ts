import { listOf, type Subject } from '../connection/subject.js';
import type { PlannedSubject } from '../fixtures/plan.js';
import type { RequirementResult } from '../fixtures/verdict/result.js';
import type { LedgerTotals } from '../fixtures/wire/ledger.js';
import type { CatalogueEntry } from '../suites/catalogue.js';
import { acrossRequirements } from './across-requirements.js';
import { missingResult } from './missing-result.js';
import { outcomeOf } from './outcome.js';
import { isOverBudget } from './over-budget.js';
import type { SubjectResults } from './run-results.js';

export interface Assembly {
  planned: PlannedSubject;
  /** Of the subject, as the user named it; undefined for the built-in subjects. */
  file: string | undefined;
  diagnosis: string[];
  /** Results of all subjects, as collected. */
  results: readonly RequirementResult[];
  catalogue: readonly CatalogueEntry[];
  /** Why a planned requirement may have no result. */
  cutShort: string;
  /** Calendar day of the run (YYYY-MM-DD, UTC): what was declared until an earlier one has expired. */
  day: string;
  /** Where the planned requirements are a part only: the ids of all. */
  whole?: readonly string[] | undefined;
  /** Out of the rate limit that the subject declares. */
  spent?: LedgerTotals | undefined;
}

/** A subject's results in the order of their ids, one for each planned requirement, and what they come to. */
export function assemble({
  planned,
  file,
  diagnosis,
  results,
  catalogue,
  cutShort,
  day,
  whole,
  spent,
}: Assembly): SubjectResults {
  const { name, fails, warns, flaky = [], exactWarns, subject } = planned;
  const own = new Map(
    results.filter((result) => result.subject === name).map((result) => [result.id, result]),
  );
  const requirements = acrossRequirements(
    planned.requirements.map((id) => own.get(id) ?? notJudged(id, planned, catalogue, cutShort)),
  );
  const part = whole === undefined ? {} : { planned: [...whole].sort() };
  const judged = { fails, warns, flaky, exactWarns, requirements, ...part };
  return {
    name,
    ...(file === undefined ? {} : { file }),
    ...(planned.meets === undefined
      ? {}
      : { meets: { client: planned.meets.client, profile: planned.meets.profile } }),
    against: subject.against,
    ...judged,
    diagnosis,
    outcome: outcomeOf(judged, day),
    ...budgetOf(subject, requirements, spent),
  };
}

function budgetOf(
  { connection }: Subject,
  requirements: readonly RequirementResult[],
  spent: LedgerTotals | undefined,
): Pick<SubjectResults, 'budget'> {
  const limit = connection?.auth.rateLimit;
  if (limit === undefined || spent === undefined) return {};
  return { budget: { limit, ...spent, skipped: requirements.filter(isOverBudget).length } };
}

/** A planned requirement that nobody came to: never silently left out, or a run cut short would look green. */
function notJudged(
  id: string,
  planned: PlannedSubject,
  catalogue: readonly CatalogueEntry[],
  cutShort: string,
): RequirementResult {
  const entry = catalogue.find((candidate) => candidate.id === id);
  if (entry === undefined) throw new Error(`the plan names ${id}, which the catalogue does not have`);
  const declared = listOf(planned, id);
  const told = {
    id,
    title: entry.title,
    subject: planned.name,
    durationMs: 0,
    message: cutShort,
    crashed: cutShort,
  };
  return { ...missingResult({ ...told, details: entry }), ...(declared === undefined ? {} : { declared }) };
}
