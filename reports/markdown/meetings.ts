import type { SubjectResults } from '../../results/run-results.js';
import { inWords } from '../in-words.js';
import { meetingsIn } from '../meetings.js';
import { exitMarks } from './exit-marks.js';
import { codeInTable } from './text.js';

/** Client × profile: a row for each profile, a column for each client; nothing where fewer than two met. */
export function meetingsTable(subjects: readonly SubjectResults[]): string[] {
  const { met, clients, profiles, at } = meetingsIn(subjects, ({ meets }) => meets);
  if (met.length < 2) return [];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = profiles.map((profile) =>
    row([codeInTable(profile), ...clients.map((client) => cell(at(client, profile)))]),
  );
  const head = row(['profile', ...clients.map(codeInTable)]);
  return [
    [
      '### Clients by provider profile',
      '',
      head,
      row(['profile', ...clients].map(() => '---')),
      ...rows,
    ].join('\n'),
  ];
}

function cell(subject: SubjectResults | undefined): string {
  if (subject === undefined) return '';
  return `${exitMarks[subject.outcome.exitCode]} ${inWords(subject)}`;
}
