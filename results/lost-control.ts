import type { ControlRun, RequirementResult } from '../fixtures/verdict/result.js';

/**
 * A subject that stops serving its correct client during the run (it locks out, or died) has shown nothing by its
 * refusals, not even by those before: nobody can tell from when on it refused everything. So where the last run of
 * a control failed after an earlier one had passed, passes of negative requirements that rest on it are taken back.
 */
export function withoutLostControls(requirements: readonly RequirementResult[]): RequirementResult[] {
  const lost = lostControls(requirements);
  return requirements.map((result) => {
    const run = result.control === undefined ? undefined : lost.get(result.control);
    if (run === undefined || !result.negative || result.verdict !== 'pass') return result;
    const message =
      'the subject stopped serving its correct client during the run, so this refusal proves nothing: ' +
      `the last run of the control ${run.id} failed: ${run.message ?? 'no reason given'}`;
    return { ...result, verdict: 'inconclusive', message };
  });
}

/** By control, its last run, where that failed and an earlier one had passed. */
function lostControls(requirements: readonly RequirementResult[]): Map<string, ControlRun> {
  const runs = requirements.flatMap(({ controls }) => controls).sort((a, b) => a.at - b.at);
  const last = new Map(runs.map((run) => [run.id, run]));
  return new Map(
    [...last].filter(([id, run]) => !run.passed && runs.some((one) => one.id === id && one.passed)),
  );
}
