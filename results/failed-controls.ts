import type { ControlRun, RequirementResult } from '../fixtures/verdict/result.js';

export interface FailedControl {
  id: string;
  message: string;
  /** Requirements that are inconclusive because of it. */
  blocked: number;
  /** It had passed earlier in the run. */
  lost: boolean;
}

/** Controls that failed beside any requirement; the one that most rests on comes first. */
export function failedControls(requirements: readonly RequirementResult[]): FailedControl[] {
  const runs = requirements.flatMap(({ controls }) => controls);
  const failed = new Map<string, FailedControl>();
  for (const { controls, verdict } of requirements) {
    const run = controls.find(({ passed }) => !passed);
    if (run === undefined) continue;
    const { id, message = '' } = run;
    const known = failed.get(id) ?? { id, message, blocked: 0, lost: passedBefore(run, runs) };
    failed.set(id, { ...known, blocked: known.blocked + (verdict === 'inconclusive' ? 1 : 0) });
  }
  return [...failed.values()].sort((a, b) => b.blocked - a.blocked);
}

function passedBefore({ id, at }: ControlRun, runs: readonly ControlRun[]): boolean {
  return runs.some((run) => run.id === id && run.passed && run.at <= at);
}
