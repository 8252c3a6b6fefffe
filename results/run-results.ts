import type { RequirementResult } from '../fixtures/verdict/result.js';

/** What one run found: the content of results.json (results.schema.json). */
export interface RunResults {
  schema: 1;
  tool: { name: 'proofkey'; version: string };
  /** ISO 8601, UTC. */
  startedAt: string;
  durationMs: number;
  strict: boolean;
  subjects: SubjectResults[];
}

export interface SubjectResults {
  name: string;
  /** Subject file as the user named it; absent for the built-in demonstration. */
  file?: string;
  requirements: RequirementResult[];
}
