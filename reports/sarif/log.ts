import { visibleJson } from '../visible-json.js';

/** What differs from one SARIF log of ours to the next; each object as the standard has it. */
export interface SarifRun {
  rules: object[];
  invocation: { executionSuccessful: boolean } & Record<string, unknown>;
  results: object[];
}

/** A log of SARIF 2.1.0 (OASIS) with one run, as code scanning services take it. */
export function sarifLog(version: string, { rules, invocation, results }: SarifRun): string {
  const driver = { name: 'proofkey', version, semanticVersion: version, rules };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', invocations: [invocation], results }],
  };
  return `${visibleJson(JSON.stringify(log, undefined, 2))}\n`;
}
