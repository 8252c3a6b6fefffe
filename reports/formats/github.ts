import type { RequirementResult } from '../../fixtures/verdict/result.js';
import { bySeverity } from '../../results/findings.js';
import type { RunResults, SubjectResults } from '../../results/run-results.js';
import { type Folders, pathFrom } from '../artifact.js';
import { type FilePlace, placeOfEntry, placeOfFinding } from '../file-place.js';
import { inWords } from '../in-words.js';
import { observationsOf } from '../observations.js';
import type { Reporter } from '../reporter.js';
import { outOfDate, type Standing, standingOf } from '../standing.js';
import { type AnnotationLevel, annotation } from '../workflow-command.js';

/**
 * Annotations of GitHub Actions: workflow commands, the worst first, no more than GitHub shows of a step. What is red
 * is an error; what could not be decided and a violated SHOULD are warnings; declared deviations are quiet.
 */
export const github: Reporter = { render };

/** Errors that GitHub shows of one step; as many warnings and as many notices. */
const shownAtMost = 10;

interface Annotated {
  level: AnnotationLevel;
  title: string;
  place?: FilePlace | undefined;
  lines: string[];
}

function render(run: RunResults, folders: Folders): string {
  const all = [
    ...harnessTrouble(run),
    ...findings(run),
    ...declarations(run),
    ...undecided(run),
    ...warnings(run),
  ];
  const shown = (['error', 'warning'] as const).flatMap((level) => {
    const ofLevel = all.filter((one) => one.level === level);
    return ofLevel.slice(0, shownAtMost);
  });
  const written = shown.map(({ level, title, place, lines }) =>
    annotation(level, { ...positionOf(place, folders), title }, lines),
  );
  return [...written, summary(run, all.length - shown.length)].join('');
}

function positionOf(place: FilePlace | undefined, folders: Folders) {
  if (place === undefined) return {};
  return { file: pathFrom(folders, place.file), line: place.line, col: place.column };
}

function harnessTrouble({ harness }: RunResults): Annotated[] {
  return harness.map((text) => ({ level: 'error', title: 'Proofkey itself failed', lines: [text] }));
}

/** Of all subjects together, so that the limit leaves out what weighs least. */
function findings(run: RunResults): Annotated[] {
  return weighed(run, 'finding').map(([result, subject]) => ({
    level: 'error',
    title: `${result.severity}: ${result.id}`,
    place: placeOfFinding(result, subject, result.findings[0]),
    lines: [
      ...headOf(result, subject),
      ...observationsOf(result).flatMap(({ expected, received, variants }) => [
        ...(variants.length === 0 ? [] : [`Variants: ${variants.join('; ')}`]),
        `Expected: ${expected}`,
        `Received: ${received}`,
      ]),
      `Clause: ${result.level} · ${result.clauses.join(', ')}`,
      `Attack: ${result.attack}`,
      `Fix: ${result.fix}`,
    ],
  }));
}

function declarations({ subjects }: RunResults): Annotated[] {
  return subjects.flatMap((subject) =>
    outOfDate(subject).map(({ id, kind, message, entry }) => ({
      level: 'error' as const,
      title: `${kind} declaration: ${id}`,
      place: placeOfEntry(entry?.place, subject),
      lines: [message],
    })),
  );
}

function undecided(run: RunResults): Annotated[] {
  return weighed(run, 'undecided').map(([result, subject]) => ({
    level: 'warning',
    title: `undecided: ${result.id}`,
    place: placeOfFinding(result, subject),
    lines: [...headOf(result, subject), result.crashed ?? result.message ?? 'no reason given'],
  }));
}

function warnings(run: RunResults): Annotated[] {
  return weighed(run, 'warning').map(([result, subject]) => ({
    level: 'warning',
    title: `${result.severity}: ${result.id}`,
    place: placeOfFinding(result, subject, result.findings[0]),
    lines: [...headOf(result, subject), result.message ?? 'no reason given'],
  }));
}

function headOf({ title }: RequirementResult, { name }: SubjectResults): string[] {
  return [`${title} (${name})`];
}

function weighed({ subjects }: RunResults, standing: Standing): [RequirementResult, SubjectResults][] {
  const owners = new Map(
    subjects.flatMap((subject) =>
      subject.requirements
        .filter((result) => standingOf(result, subject) === standing)
        .map((result) => [result, subject] as const),
    ),
  );
  return bySeverity([...owners.keys()]).map((result) => [result, owners.get(result) as SubjectResults]);
}

/** Always there, so that a green step says what it has seen. */
function summary({ subjects, exitCode }: RunResults, left: number): string {
  const told = subjects.map((subject) => `${subject.name}: ${inWords(subject)}`);
  const more = left > 0 ? [`${left} more are not annotated: GitHub shows no more. summary.md has all`] : [];
  return annotation('notice', { title: `Proofkey: exit ${exitCode}` }, [...told, ...more]);
}
