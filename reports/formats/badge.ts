import type { RunResults } from '../../results/run-results.js';
import { counted } from '../counted.js';
import type { Reporter } from '../reporter.js';
import { element } from '../xml.js';

/** An image for a README: what the run came to, in two words. Nothing that a target wrote is in it. */
export const badge: Reporter = { file: 'badge.svg', render };

const height = 20;
const padding = 6;
/** Pixels of a character of Verdana at 11 px, on average; `textLength` makes other fonts fit. */
const characterWidth = 6.6;
const label = 'proofkey';

interface State {
  text: string;
  /** White text on it has a contrast of 4.5 or more. */
  color: string;
}

function render(run: RunResults): string {
  const { text, color } = stateOf(run);
  const [left, right] = [widthOf(label), widthOf(text)];
  const title = `${label}: ${text}`;
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: left + right,
    height,
    viewBox: `0 0 ${left + right} ${height}`,
    role: 'img',
    'aria-label': title,
  };
  const fields = [field(0, left, '#3d444d'), field(left, right, color)];
  const texts = [words(label, 0, left), words(text, left, right)];
  return `${element('svg', attributes, [element('title', {}, [title]), ...fields, ...texts]).text}\n`;
}

function stateOf({ exitCode, subjects }: RunResults): State {
  if (exitCode === 130) return { text: 'interrupted', color: '#57606a' };
  if (exitCode === 3) return { text: 'undecided', color: '#8a6100' };
  if (exitCode === 0) return { text: 'as declared', color: '#1a7f37' };
  const red = subjects.flatMap(({ outcome: { undeclared, undeclaredWarns, stale, expired } }) => [
    ...new Set([...undeclared, ...undeclaredWarns, ...stale, ...expired]),
  ]);
  return { text: counted(red.length, 'finding'), color: '#cf222e' };
}

function widthOf(text: string): number {
  return Math.round(text.length * characterWidth) + 2 * padding;
}

function field(x: number, width: number, fill: string) {
  return element('rect', { x, width, height, fill }, []);
}

function words(text: string, x: number, width: number) {
  const attributes = {
    x: x + width / 2,
    y: 14,
    fill: '#fff',
    'font-family': 'Verdana,DejaVu Sans,sans-serif',
    'font-size': 11,
    'text-anchor': 'middle',
    textLength: width - 2 * padding,
    lengthAdjust: 'spacingAndGlyphs',
  };
  return element('text', attributes, [text]);
}
