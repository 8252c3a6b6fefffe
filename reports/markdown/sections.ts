import { bySeverity, findingsOf } from '../../results/findings.js';
import type { RunResults, SubjectResults } from '../../results/run-results.js';
import { byReason } from '../by-reason.js';
import { exitInWords } from '../exit-in-words.js';
import { inWords } from '../in-words.js';
import { declarationOf, outOfDate, reasonOf, standingOf } from '../standing.js';
import { verdictCounts } from '../verdict-counts.js';
import { exitMarks } from './exit-marks.js';
import { findingSection } from './finding.js';
import { meetingsTable } from './meetings.js';
import { code, codeInTable, inline } from './text.js';

/** The summary in pieces that make sense by themselves, what weighs most first: the end may be cut off. */
export function sectionsOf(run: RunResults): string[] {
  const { subjects, harness } = run;
  return [
    headline(run),
    subjectsTable(subjects),
    ...harness.map((text) => `**Proofkey itself failed**: ${code(text)}`),
    ...meetingsTable(subjects),
    ...subjects.flatMap(findingSections),
    ...subjects.flatMap(outOfDateSection),
    ...subjects.flatMap(undecidedSection),
    ...subjects.flatMap(warningSection),
    ...subjects.flatMap(declaredSection),
  ];
}

function headline({ exitCode, subjects, durationMs, tool }: RunResults): string {
  const all = subjects.flatMap(({ requirements }) => requirements);
  const counts = verdictCounts(all).map(({ verdict, count }) => `${count} ${verdict}`);
  const seconds = (durationMs / 1000).toFixed(1);
  return [
    `## Proofkey: ${exitMarks[exitCode]} ${exitInWords[exitCode]}`,
    `${counts.join(' · ')} in ${seconds} s (version ${inline(tool.version)})`,
  ].join('\n\n');
}

function subjectsTable(subjects: readonly SubjectResults[]): string {
  const rows = subjects.map((subject) => {
    const { name, file, against } = subject;
    const from = file === undefined ? 'built in' : codeInTable(file);
    return `| ${codeInTable(name)} | ${from} | ${against.join(', ')} | ${inWords(subject)} |`;
  });
  return ['| subject | file | graded by | result |', '|---|---|---|---|', ...rows].join('\n');
}

function findingSections(subject: SubjectResults): string[] {
  const found = findingsOf(subject);
  if (found.length === 0) return [];
  const sections = found.map((result) => findingSection(result, subject));
  const heading = `### Findings of ${code(subject.name)}`;
  return [`${heading}\n\n${sections[0]}`, ...sections.slice(1)];
}

function outOfDateSection(subject: SubjectResults): string[] {
  const entries = outOfDate(subject).map(({ id, message, entry }) => {
    const place = entry?.place === undefined ? '' : ` (${code(entry.place)})`;
    return `- ${code(id)}${place}: ${inline(message)}`;
  });
  return listed(`Declarations out of date of ${code(subject.name)}`, entries);
}

/** By reason: one that is down or throttled is the reason for most. */
function undecidedSection(subject: SubjectResults): string[] {
  const open = subject.requirements.filter((result) => standingOf(result, subject) === 'undecided');
  const reasons = byReason(open, ({ crashed, message }) => crashed ?? message ?? 'no reason given');
  const entries = reasons.map(
    ([reason, results]) => `- ${code(reason)}: ${results.map(({ id }) => code(id)).join(', ')}`,
  );
  return listed(`Undecided of ${code(subject.name)}`, entries);
}

function warningSection(subject: SubjectResults): string[] {
  const warned = subject.requirements.filter((result) => standingOf(result, subject) === 'warning');
  const entries = bySeverity(warned).map(
    ({ id, severity, message, title }) => `- ${inline(severity)} · ${code(id)}: ${code(message ?? title)}`,
  );
  return listed(`Warnings of ${code(subject.name)}`, entries);
}

function declaredSection(subject: SubjectResults): string[] {
  const known = subject.requirements.filter((result) => standingOf(result, subject) === 'declared');
  const entries = known.map(({ id }) => {
    const entry = declarationOf(id, subject);
    const why = entry === undefined ? '' : reasonOf(entry);
    return `- ${code(id)}${why === '' ? '' : `: ${inline(why)}`}`;
  });
  return listed(`Declared deviations of ${code(subject.name)}`, entries);
}

function listed(heading: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [] : [`### ${heading}\n\n${entries.join('\n')}`];
}
