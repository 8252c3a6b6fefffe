import type { SubjectResults } from '../../results/run-results.js';
import { inWords } from '../in-words.js';
import { codeInTable } from './text.js';

/** Client × profile: a row for each profile, a column for each client; nothing where fewer than two met. */
export function meetingsTable(subjects: readonly SubjectResults[]): string[] {
  const met = new Map(
    subjects.flatMap((subject) =>
      subject.meets === undefined
        ? []
        : [[key(subject.meets.client, subject.meets.profile), subject] as const],
    ),
  );
  if (met.size < 2) return [];
  const meetings = [...met.values()].flatMap(({ meets }) => meets ?? []);
  const clients = [...new Set(meetings.map(({ client }) => client))];
  const profiles = [...new Set(meetings.map(({ profile }) => profile))];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = profiles.map((profile) =>
    row([codeInTable(profile), ...clients.map((client) => cell(met.get(key(client, profile))))]),
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

function key(client: string, profile: string): string {
  return JSON.stringify([client, profile]);
}

function cell(subject: SubjectResults | undefined): string {
  if (subject === undefined) return '';
  const { exitCode } = subject.outcome;
  const mark = exitCode === 0 ? '✅' : exitCode === 1 ? '❌' : '⚠️';
  return `${mark} ${inWords(subject)}`;
}
