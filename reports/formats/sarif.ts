import { createHash } from 'node:crypto';
import type { RequirementResult } from '../../fixtures/verdict/result.js';
import type { Finding } from '../../fixtures/verdict/verdict.js';
import type { RunResults, SubjectResults } from '../../results/run-results.js';
import { artifactLocation, type Folders } from '../artifact.js';
import { type FilePlace, placeOfEntry, placeOfFinding } from '../file-place.js';
import { plain } from '../plain.js';
import type { Reporter } from '../reporter.js';
import { decidingFindings } from '../reproduction.js';
import { sarifLog } from '../sarif/log.js';
import { levelOf, outOfDateRule, ruleOf } from '../sarif/rule.js';
import { declarationOf, type OutOfDate, outOfDate, reasonOf, standingOf } from '../standing.js';

/**
 * SARIF 2.1.0 of a run. Results are what a person may have to act on: findings, declared deviations (suppressed),
 * violated SHOULDs, declarations out of date. What could not be decided is a notification: services that read SARIF
 * show every result as a weakness, whatever kind it is said to be.
 */
export const sarif: Reporter = { file: 'results.sarif', render };

function render(run: RunResults, folders: Folders): string {
  const rules = rulesOf(run);
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const results = run.subjects.flatMap((subject) => [
    ...subject.requirements.flatMap((result) => resultsOf(result, subject, folders)),
    ...outOfDate(subject).map((declaration) => outOfDateResult(declaration, subject, folders)),
  ]);
  return sarifLog(run.tool.version, {
    rules,
    invocation: invocationOf(run, folders),
    results: results.map((result) => ({ ...result, ruleIndex: indices.get(result.ruleId) })),
  });
}

function rulesOf({ subjects }: RunResults) {
  const requirements = new Map(
    subjects.flatMap((subject) => subject.requirements.map((result) => [result.id, result] as const)),
  );
  const ids = [...requirements.keys()].sort();
  return [...ids.map((id) => ruleOf(requirements.get(id) as RequirementResult)), outOfDateRule];
}

/** A result for each variant, and for each field that drifted: those stand at places of their own in the file. */
function resultsOf(result: RequirementResult, subject: SubjectResults, folders: Folders) {
  const standing = standingOf(result, subject);
  if (standing === 'quiet' || standing === 'undecided') return [];
  const { id, verdict, severity, level } = result;
  const shared = {
    ruleId: id,
    level: levelOf(verdict, severity),
    ...(standing === 'declared' ? { suppressions: [suppression(id, subject)] } : {}),
    properties: { verdict, severity, level, subject: subject.name },
  };
  return [...findingsByPart(result)].map(([part, finding]) => ({
    ...shared,
    message: { text: messageOf(result, finding) },
    locations: [locationOf(placeOfFinding(result, subject, finding), subject, folders)],
    partialFingerprints: fingerprint(subject, id, part),
  }));
}

/** The first finding of each variant or field; of a verdict that no finding explains, nothing but the verdict. */
function findingsByPart(result: RequirementResult): Map<string, Partial<Finding>> {
  const parts = new Map<string, Partial<Finding>>();
  for (const finding of decidingFindings(result)) {
    const part = finding.drift?.field ?? finding.variant ?? '';
    if (!parts.has(part)) parts.set(part, finding);
  }
  return parts.size > 0 ? parts : new Map([['', {}]]);
}

function outOfDateResult({ id, kind, message, entry }: OutOfDate, subject: SubjectResults, folders: Folders) {
  return {
    ruleId: outOfDateRule.id,
    level: 'error',
    message: { text: unlinked(`${id}: ${message}.`) },
    locations: [locationOf(placeOfEntry(entry?.place, subject), subject, folders)],
    partialFingerprints: fingerprint(subject, id, kind),
    properties: { subject: subject.name },
  };
}

function messageOf(
  { title, message = title }: RequirementResult,
  { expected, received, variant }: Partial<Finding>,
): string {
  const where = variant === undefined ? [] : [`Variant: ${variant}.`];
  if (expected === undefined || received === undefined) return unlinked(`${title}. ${message}`);
  return unlinked([`${title}.`, ...where, `Expected: ${expected}.`, `Received: ${received}.`].join(' '));
}

/** In a message, `[text](target)` would be a link. */
function unlinked(text: string): string {
  return plain(text).replaceAll('](', '] (');
}

/** Services that show results beside source code take none without a file: the built-in subjects have none. */
function locationOf(place: FilePlace | undefined, { name }: SubjectResults, folders: Folders) {
  const logicalLocations = [{ fullyQualifiedName: name, kind: 'resource' }];
  if (place === undefined) return { logicalLocations };
  const region = { startLine: place.line, startColumn: place.column };
  const physicalLocation = { artifactLocation: artifactLocation(folders, place.file), region };
  return { physicalLocation, logicalLocations };
}

/** The same for the same deviation, wherever the file has it meanwhile and whatever else the subject answers. */
function fingerprint({ name }: SubjectResults, id: string, part: string) {
  const key = JSON.stringify([name, id, part]);
  return { 'proofkey/v1': createHash('sha256').update(key).digest('hex').slice(0, 32) };
}

function suppression(id: string, subject: SubjectResults) {
  const entry = declarationOf(id, subject);
  const justification = entry === undefined ? '' : reasonOf(entry);
  return { kind: 'external', status: 'accepted', ...(justification === '' ? {} : { justification }) };
}

function invocationOf(run: RunResults, folders: Folders) {
  const { startedAt, durationMs, exitCode, harness } = run;
  const open = run.subjects.flatMap((subject) =>
    subject.requirements
      .filter((result) => standingOf(result, subject) === 'undecided')
      .map((result) => openNotification(result, subject, folders)),
  );
  const crashes = harness.map((text) => ({
    descriptor: { id: 'proofkey/harness' },
    level: 'error',
    message: { text: unlinked(text) },
  }));
  const crashed = run.subjects.some(({ outcome }) => outcome.crashed.length > 0);
  return {
    executionSuccessful: exitCode !== 130 && harness.length === 0 && !crashed,
    exitCode,
    startTimeUtc: startedAt,
    endTimeUtc: new Date(Date.parse(startedAt) + durationMs).toISOString(),
    toolExecutionNotifications: [...crashes, ...open],
  };
}

function openNotification(result: RequirementResult, subject: SubjectResults, folders: Folders) {
  const { id, title, crashed, message = 'no reason given' } = result;
  return {
    descriptor: { id: 'proofkey/undecided' },
    associatedRule: { id },
    level: crashed === undefined ? 'note' : 'warning',
    message: { text: unlinked(`${title}: could not be decided: ${crashed ?? message}`) },
    locations: [locationOf(placeOfFinding(result, subject), subject, folders)],
  };
}
