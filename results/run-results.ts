import type { Against, Declared, DeclaredLimit } from '../connection/subject.js';
import type { RequirementResult } from '../fixtures/verdict/result.js';
import type { LedgerTotals } from '../fixtures/wire/ledger.js';

/** What one run found: the content of results.json (results.schema.json). */
export interface RunResults {
  schema: 1;
  tool: { name: 'proofkey'; version: string };
  /** ISO 8601, UTC. */
  startedAt: string;
  durationMs: number;
  /** A violated SHOULD failed. */
  strict: boolean;
  /** The worst of its subjects, as the process returned it; 130 when somebody ended the run. */
  exitCode: number;
  /** Where the run is one part of a whole (`--shard`), of which each planned requirement is in one part. */
  shard?: Shard;
  /** Trouble of the harness outside of any requirement; never left out of the exit code. */
  harness: string[];
  subjects: SubjectResults[];
}

/** Part `index` of `count`, from 1. */
export interface Shard {
  index: number;
  count: number;
}

/**
 * One subject and all that is needed to judge it: of shards, the requirements are put together and judged anew,
 * because only the whole shows which declared deviation did not appear.
 */
export interface SubjectResults {
  /** Unique in the run. */
  name: string;
  /** Subject file as the user named it; absent for the built-in subjects. */
  file?: string;
  /** A client and the provider persona that it met. */
  meets?: { client: string; profile: string };
  against: Against[];
  fails: DeclaredInFile[];
  warns: DeclaredInFile[];
  /** Any verdict of these is as declared. */
  flaky: DeclaredInFile[];
  /** Whether an undeclared or missing warning is as red as a failure: so for mutants and profiles. */
  exactWarns: boolean;
  /** What was seen before the run that may explain a failed control. */
  diagnosis: string[];
  requirements: RequirementResult[];
  /** Where the requirements are a part only: the ids of all, in the order of ids. */
  planned?: string[];
  outcome: SubjectOutcome;
  /** Where a rate limit is declared, and the server is a real one. */
  budget?: BudgetResults;
  /** Where the sections of the subject file begin that results are about, as `file:line:column`. */
  places?: Partial<Record<'connection' | 'server' | 'client', string>>;
}

export interface DeclaredInFile extends Declared {
  /** Where the entry stands in the subject file, as `file:line:column`; absent where no file declares it. */
  place?: string;
}

/** What a run took out of a declared rate limit, preflight included. */
export interface BudgetResults extends LedgerTotals {
  /** As the connection declares it. */
  limit: DeclaredLimit;
  /** Requirements that were skipped because the limit left too few requests. */
  skipped: number;
}

/** 0 as declared, 1 a finding, 3 nothing failed but something is inconclusive (DESIGN §2). */
export type JudgedExitCode = 0 | 1 | 3;

/** What a subject's results come to. Lists hold requirement ids. */
export interface SubjectOutcome {
  exitCode: JudgedExitCode;
  /** Failed, and not declared to. An expired entry no longer excuses. */
  undeclared: string[];
  /** Warned without being declared to; empty unless warnings are exact. */
  undeclaredWarns: string[];
  /** Declared, decided, and not so: the baseline is out of date, or a mutant survived. Not judged of a part. */
  stale: string[];
  /** Of entries whose last day is over, whatever the verdict. Not judged of a part. */
  expired: string[];
  /** Under `fails` or `warns`, but skipped, inconclusive or not part of the run: says nothing against the declaration. */
  undecided: string[];
  /** Inconclusive with no declared failure to explain it. */
  inconclusive: string[];
  /** Inconclusive because of a control that is a declared failure. */
  excused: string[];
  /** The harness crashed or hung, or the run ended too early. */
  crashed: string[];
}
