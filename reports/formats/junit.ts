import type { RequirementResult } from '../../fixtures/verdict/result.js';
import type { RunResults, SubjectResults } from '../../results/run-results.js';
import type { Reporter } from '../reporter.js';
import { type OutOfDate, outOfDate } from '../standing.js';
import { type Content, element } from '../xml.js';

/**
 * JUnit XML, for CI systems: one testsuite for each subject. Red there is what is red here: a declared failure
 * is no `failure`, a stale declaration is one, and what could not be decided is an `error` unless it is excused.
 */
export const junit: Reporter = { file: 'junit.xml', render };

function render({ subjects, startedAt, durationMs, harness }: RunResults): string {
  const suites = subjects.map((subject) => suiteOf(subject, startedAt));
  if (harness.length > 0) suites.push(harnessSuite(harness));
  const root = element('testsuites', { name: 'proofkey', time: seconds(durationMs) }, suites);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`;
}

function suiteOf(subject: SubjectResults, startedAt: string): Content {
  const outdated = new Map(outOfDate(subject).map((entry) => [entry.id, entry]));
  const cases = [
    ...subject.requirements.map((result) => ({
      ...result,
      ...judgementOf(result, subject, outdated.get(result.id)),
    })),
    ...[...outdated.values()].filter(({ id }) => !isIn(subject, id)).map(caseOfEntry),
  ];
  const count = (kind: string) => cases.filter(({ kind: own }) => own === kind).length;
  const attributes = {
    name: subject.name,
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: seconds(subject.requirements.reduce((sum, result) => sum + result.durationMs, 0)),
    timestamp: startedAt.replace(/\.\d+Z$/, ''),
  };
  return element(
    'testsuite',
    attributes,
    cases.map(({ id, durationMs, content }) =>
      element(
        'testcase',
        { name: id, classname: classNameOf(id, subject), time: seconds(durationMs) },
        content,
      ),
    ),
  );
}

function isIn({ requirements }: SubjectResults, wanted: string): boolean {
  return requirements.some(({ id }) => id === wanted);
}

/** An entry can be out of date without its requirement being part of the run. */
function caseOfEntry({ id, kind, message }: OutOfDate): Judgement & { id: string; durationMs: number } {
  return { id, durationMs: 0, kind: 'failure', content: [element('failure', { type: kind, message }, [])] };
}

interface Judgement {
  kind: 'passed' | 'failure' | 'error' | 'skipped';
  content: Content[];
}

function judgementOf(
  result: RequirementResult,
  { outcome }: SubjectResults,
  entry: OutOfDate | undefined,
): Judgement {
  const { id, verdict, message = result.title, crashed } = result;
  const red = (kind: 'failure' | 'error', type: string, text: string): Judgement => ({
    kind,
    content: [element(kind, { type, message: text }, [detailsOf(result)])],
  });
  if (outcome.undeclared.includes(id) || outcome.undeclaredWarns.includes(id))
    return red('failure', result.severity, message);
  if (entry !== undefined) return red('failure', entry.kind, entry.message);
  if (crashed !== undefined) return red('error', 'crash', crashed);
  if (outcome.inconclusive.includes(id)) return red('error', 'inconclusive', message);
  if (verdict === 'skipped' || verdict === 'inconclusive')
    return { kind: 'skipped', content: [element('skipped', {}, [message])] };
  // A declared failure or a warning is told, and is no failure.
  const told =
    verdict === 'pass' ? [] : [element('system-out', {}, [`${verdict}, as declared or allowed: ${message}`])];
  return { kind: 'passed', content: told };
}

function detailsOf({ title, level, severity, clauses, attack, fix, findings }: RequirementResult): string {
  const observations = findings.flatMap(({ variant, expected, received }) => [
    ...(variant === undefined ? [] : [`variant:     ${variant}`]),
    `expected:    ${expected}`,
    `actual:      ${received}`,
  ]);
  return [
    `requirement: ${title} (${level}, ${severity})`,
    ...observations,
    `clause:      ${clauses.join(', ')}`,
    `attack:      ${attack}`,
    `fix:         ${fix}`,
  ].join('\n');
}

/** CI systems group by the dots: subject, role, area. */
function classNameOf(id: string, { name }: SubjectResults): string {
  return [name, ...id.split('/').slice(0, -1)].join('.');
}

function harnessSuite(errors: readonly string[]): Content {
  const cases = errors.map((text, index) =>
    element('testcase', { name: `harness ${index + 1}`, classname: 'proofkey' }, [
      element('error', { type: 'crash', message: text }, []),
    ]),
  );
  const attributes = {
    name: 'proofkey',
    tests: errors.length,
    failures: 0,
    errors: errors.length,
    skipped: 0,
  };
  return element('testsuite', attributes, cases);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
