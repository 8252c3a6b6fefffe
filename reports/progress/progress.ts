import type { Verdict } from '../../fixtures/verdict/verdict.js';

/** How much there is to do. */
export interface RunSize {
  requirements: number;
  subjects: number;
  workers: number;
}

/** A requirement that is being judged on a subject. */
export interface Judged {
  id: string;
  subject: string;
}

export interface Decision extends Judged {
  verdict: Verdict;
  /** Whether the exit code is 1 for it: it fails, and is not declared to. */
  finding: boolean;
  durationMs: number;
}

/** What a person, or the log of a build, sees of a run while it runs. */
export interface Progress {
  began(size: RunSize): void;
  started(judged: Judged): void;
  decided(decision: Decision): void;
  /** Something that the person is to do. */
  told(text: string): void;
  ended(): void;
}

/**
 * What has a line of its own where nobody watches a terminal: findings as they are decided, all requirements, or
 * neither; how far the run is has one in any case.
 */
export type ProgressDetail = 'counts' | 'findings' | 'requirements';

/** Writes text as it is, where progress is shown. */
export type Write = (text: string) => void;
