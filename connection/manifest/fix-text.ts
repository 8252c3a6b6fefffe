import { type Edit, withEdits } from './edit-for.js';
import type { Finding } from './finding.js';
import { judgeText } from './judge-text.js';
import { ruleCatalogue } from './rule-catalogue.js';

export interface FixedText {
  text: string;
  /** What was put right, where it stood when it was. */
  fixed: Finding[];
  /** What is left. */
  findings: Finding[];
}

/** A fix can bring to light what was not judged before; nothing real needs a third round. */
const maximumRounds = 5;

/** Makes all safe changes. A change that would make the file worse to read than it was is a defect, and is not kept. */
export function fixText(file: string, text: string, today: string): FixedText {
  let current: FixedText = { text, fixed: [], findings: judgeText(file, text, today) };
  for (let round = 0; round < maximumRounds; round += 1) {
    const fixable = separate(current.findings);
    if (fixable.length === 0) break;
    const changed = withEdits(
      current.text,
      fixable.map(({ edit }) => edit),
    );
    const findings = judgeText(file, changed, today);
    if (unreadable(findings) > unreadable(current.findings)) break;
    current = { text: changed, fixed: [...current.fixed, ...fixable], findings };
  }
  return current;
}

type Fixable = Finding & { edit: Edit };

/** Those whose changes do not overlap, in the order of the text. */
function separate(findings: readonly Finding[]): Fixable[] {
  const sorted = findings
    .filter((finding): finding is Fixable => finding.edit !== undefined)
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end);
  let end = -1;
  return sorted.filter(({ edit }) => {
    if (edit.start < end) return false;
    end = edit.end;
    return true;
  });
}

const structural = new Set(ruleCatalogue.filter(({ about }) => about === 'file').map(({ id }) => id));

function unreadable(findings: readonly Finding[]): number {
  return findings.filter(({ rule }) => structural.has(rule)).length;
}
