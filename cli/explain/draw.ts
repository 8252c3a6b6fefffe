import type { Canvas } from '../../reports/terminal/canvas.js';
import type { ExplainedAreas } from './area.js';
import type { ExplainedRequirement } from './requirement.js';
import type { ExplainedRule } from './rule.js';

const style = { indent: 2, column: 11 };

export function drawRequirement(canvas: Canvas, told: ExplainedRequirement): void {
  drawTitle(canvas, told.id, told.title);
  canvas.field('Level', `${told.level}, severity ${told.severity}, tier ${told.tier}`, style);
  drawClauses(canvas, told.clauses);
  canvas.field('Attack', told.attack, style);
  told.threats.forEach(({ id, title }, index) => {
    canvas.field(index === 0 ? 'Threats' : '', `${id}: ${title}`, style);
  });
  canvas.field('Tested', told.tested, style);
  drawFix(canvas, told.fix);
  canvas.field('Needs', listOf(told.needs.map(({ inWords }) => inWords)), style);
  canvas.field('Control', controlText(told), style);
  canvas.field('Proved by', proofOf(told), style);
  drawCommand(canvas, told.command);
}

export function drawRule(canvas: Canvas, told: ExplainedRule): void {
  drawTitle(canvas, told.id, told.demands);
  canvas.field('Level', told.level, style);
  drawClauses(canvas, told.clauses);
  drawFix(canvas, told.fix);
  drawCommand(canvas, told.command);
}

export function drawAreas(canvas: Canvas, { areas }: ExplainedAreas): void {
  const width = Math.max(...areas.flatMap(({ requirements }) => requirements.map(({ id }) => id.length)));
  for (const { area, requirements } of areas) {
    canvas.blank();
    canvas.raw(canvas.paint.bold(area));
    for (const { id, level, severity, title } of requirements) {
      const lead = `${id.padEnd(width)}  ${level.padEnd(10)}  ${severity.padEnd(8)}  `;
      canvas.raw(`${lead}${canvas.paint.dim(title)}`, 2);
    }
  }
  canvas.blank();
  canvas.raw('"proofkey explain ID" tells more about one');
}

function drawTitle(canvas: Canvas, id: string, title: string): void {
  canvas.raw(canvas.paint.bold(id));
  canvas.text(title, 0);
  canvas.blank();
}

/** Links stand on lines of their own, unbroken, so that a terminal can open them. */
function drawClauses(canvas: Canvas, clauses: ExplainedRule['clauses']): void {
  const width = Math.max(...clauses.map(({ clause }) => clause.length));
  clauses.forEach(({ clause, url }, index) => {
    const label = canvas.paint.dim((index === 0 ? 'Clauses' : '').padEnd(style.column));
    const link = url === undefined ? '' : `  ${canvas.paint.dim(url)}`;
    canvas.raw(`${label}${url === undefined ? clause : clause.padEnd(width)}${link}`, style.indent);
  });
}

function drawFix(canvas: Canvas, fix: { in: string; text: string }): void {
  canvas.field('Fix', `In the ${fix.in}: ${fix.text}`, style);
}

function drawCommand(canvas: Canvas, command: string): void {
  canvas.raw(`${canvas.paint.dim('Run'.padEnd(style.column))}${command}`, style.indent);
}

function listOf(needs: readonly string[]): string {
  return needs.length === 0 ? 'Nothing.' : `${capitalised(needs.join('; '))}.`;
}

function controlText({ control, negative }: ExplainedRequirement): string {
  if (control === undefined) return 'None: whoever refuses everything fails it anyway.';
  if (!negative) return `"${control}" is run before and after.`;
  return `It passes only if "${control}" succeeded before and after, with the same subject.`;
}

function proofOf({ mutants }: ExplainedRequirement): string {
  if (mutants.length === 0) return 'Manifests of the strict mock in which one field says something else.';
  return mutants.map(({ fault, deviation }) => `The mutant ${fault}, which ${deviation}.`).join(' ');
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
