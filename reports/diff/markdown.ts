import type { Change, RunDiff, SubjectDiff } from '../../results/diff.js';
import { exitMarks } from '../markdown/exit-marks.js';
import { fitted } from '../markdown/fitted.js';
import { code, inline } from '../markdown/text.js';
import {
  type DiffSection,
  diffInWords,
  diffMeanings,
  presenceInWords,
  remarksOn,
  sectionsIn,
} from './sections.js';

/** GitHub takes no comment above 65,536 characters, and no step summary above 1 MiB. */
const limit = 60_000;
/** Changes that are shown together or not at all. */
const ofOnePart = 10;
const rest = '\n*More is left out here; `proofkey diff --format json` has all.*\n';

/** A comparison for a pull request's comment. What a file holds is code in it, and nothing else. */
export function markdownDiff(diff: RunDiff): string {
  const { exitCode, conditions, subjects } = diff;
  const head = [
    `## Proofkey: ${exitMarks[exitCode]} ${diffMeanings[exitCode]}`,
    diffInWords(diff),
    ...conditions.map((condition) => `> Not alike: ${inline(condition)}`),
  ];
  return fitted([...head, ...subjects.flatMap(subjectSections)], {
    limit,
    sizeOf: ({ length }) => length,
    rest,
  });
}

function subjectSections(subject: SubjectDiff): string[] {
  const [sections, remarks] = [sectionsIn(subject), remarksOn(subject)];
  const { name, presence } = subject;
  if (sections.length + remarks.length === 0 && presence === 'both') return [];
  const aside = presenceInWords[presence] === '' ? '' : ` (${presenceInWords[presence]})`;
  return [
    `### ${code(name)}${aside}`,
    ...sections.flatMap(listed),
    ...(remarks.length === 0 ? [] : [remarks.map((remark) => `- ${inline(remark)}`).join('\n')]),
  ];
}

/** What is only known or better is folded away; the rest is in parts, of which as many are shown as there is room for. */
function listed({ title, tone, changes }: DiffSection): string[] {
  const lines = changes.map((change) => `- ${told(change, tone)}`);
  const heading = `${title} (${changes.length})`;
  if (tone !== 'worse' && tone !== 'open')
    return [`<details><summary>${heading}</summary>\n\n${lines.join('\n')}\n\n</details>`];
  const parts = [...Array(Math.ceil(lines.length / ofOnePart)).keys()].map((part) =>
    lines.slice(part * ofOnePart, (part + 1) * ofOnePart).join('\n'),
  );
  return [`**${heading}**`, ...parts];
}

function told({ id, severity, before, after, message }: Change, tone: DiffSection['tone']): string {
  const why = message === undefined || tone === 'better' ? '' : `: ${code(message)}`;
  return `${inline(severity)} · ${code(id)} ${before} → ${after}${why}`;
}
