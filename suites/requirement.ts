import type { TestDetails } from '@playwright/test';
import type { ClientCapability } from '../fixtures/client/capabilities.js';
import type { ClientType } from '../fixtures/drivers/contract.js';
import type { Capability } from '../fixtures/server/capabilities.js';
import type { ClientRole } from '../fixtures/server/clients.js';
import type { ClientControlId } from './controls/client/index.js';
import type { ControlId } from './controls/index.js';
import type { ThreatId } from './threats.js';

export const levels = ['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT'] as const;
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;

/** What a requirement says of itself. Its id is the path of its file. */
export interface RequirementDetails {
  level: (typeof levels)[number];
  severity: (typeof severities)[number];
  tier: 'core' | 'extended';
  /** `RFC 6749 §4.1.2`, the deciding one first. */
  clauses: string[];
  /** What an attacker gains where it is violated, or else what it costs, in one sentence. */
  attack: string;
  /** Threats of RFC 9700 §4 and RFC 6819 §4 that stand open where it is violated. */
  threats: ThreatId[];
  /** How it is tested, in one sentence. */
  tested: string;
  /** What to change in the server or client, in one sentence. */
  fix: string;
  /** Preconditions; the first that does not hold is the reason for skipping. */
  needs: (Capability | ClientCapability)[];
  /** True when a subject that refuses everything, or does nothing, would satisfy it. */
  negative: boolean;
  /** Positive control: required for negative requirements. */
  control?: ControlId | ClientControlId;
  /**
   * The client that test and control use: a role (server rows; default: the connection's), or a type (client rows;
   * default: the first that the adapter names).
   */
  client?: ClientRole | ClientType;
}

/** The details as Playwright's own tags and annotations, so that every reporter and UI mode shows them. */
export function requirement(details: RequirementDetails): TestDetails {
  const { level, severity, tier, clauses, attack, threats, tested, fix, needs, negative } = details;
  const { control, client } = details;
  const annotation = [
    { type: 'level', description: level },
    { type: 'severity', description: severity },
    { type: 'tier', description: tier },
    ...clauses.map((description) => ({ type: 'clause', description })),
    { type: 'attack', description: attack },
    ...threats.map((description) => ({ type: 'threat', description })),
    { type: 'tested', description: tested },
    { type: 'fix', description: fix },
    ...needs.map((description) => ({ type: 'needs', description })),
    ...(negative ? [{ type: 'negative', description: 'true' }] : []),
    ...(control === undefined ? [] : [{ type: 'control', description: control }]),
    ...(client === undefined ? [] : [{ type: 'client', description: client }]),
  ];
  return { tag: [`@${level.replace(' ', '-')}`, `@${severity}`, `@${tier}`], annotation };
}

type Annotations = readonly { type: string; description?: string | undefined }[];

/** The details read back from a test's annotations. */
export function detailsOf(annotations: Annotations): RequirementDetails {
  const all = (type: string) =>
    annotations.filter((one) => one.type === type).map(({ description }) => description ?? '');
  const one = (type: string) => all(type)[0] ?? '';
  const [control, client] = [
    all('control')[0] as RequirementDetails['control'],
    all('client')[0] as RequirementDetails['client'],
  ];
  return {
    level: one('level') as RequirementDetails['level'],
    severity: one('severity') as RequirementDetails['severity'],
    tier: one('tier') as RequirementDetails['tier'],
    clauses: all('clause'),
    attack: one('attack'),
    threats: all('threat') as ThreatId[],
    tested: one('tested'),
    fix: one('fix'),
    needs: all('needs') as RequirementDetails['needs'],
    negative: one('negative') === 'true',
    ...(control === undefined ? {} : { control }),
    ...(client === undefined ? {} : { client }),
  };
}

/** `server/code/single-use` from the path of its spec, source or compiled. */
export function requirementId(file: string): string {
  const match = /(?:^|[\\/])suites[\\/](.+)\.spec\.[jt]s$/.exec(file);
  if (match === null) throw new Error(`${file} is no spec below suites/`);
  return (match[1] as string).replaceAll('\\', '/');
}

/** What a result repeats of its requirement, so that a report needs no catalogue beside it. */
export function toldDetails({
  level,
  severity,
  tier,
  clauses,
  attack,
  threats,
  tested,
  fix,
  negative,
  control,
}: RequirementDetails) {
  return {
    level,
    severity,
    tier,
    clauses,
    attack,
    threats,
    tested,
    fix,
    negative,
    ...(control === undefined ? {} : { control }),
  };
}
