import type { RequirementResult } from '../fixtures/verdict/result.js';
import { type RequirementDetails, toldDetails } from '../suites/requirement.js';

export interface Missing extends Pick<RequirementResult, 'id' | 'title' | 'subject' | 'durationMs'> {
  details: RequirementDetails;
  message: string;
  /** Why the harness came to no verdict. */
  crashed: string;
}

/** Stands for a requirement whose test concluded nothing: the harness's fault until shown otherwise, and never green. */
export function missingResult({ details, ...told }: Missing): RequirementResult {
  return {
    ...told,
    ...toldDetails(details),
    verdict: 'inconclusive',
    findings: [],
    notes: [],
    controls: [],
    evidence: [],
  };
}
