// Tells the steps after it what a run left: exit code, number of findings, paths of the reports (action.yml).
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

const {
  GITHUB_OUTPUT: outputs,
  GITHUB_WORKSPACE: workspace = process.cwd(),
  PROOFKEY_EXIT_CODE: code,
  PROOFKEY_OUT: out,
} = process.env;

const results = resolve(out, 'results.json');
tell('exit-code', code);
if (existsSync(results)) {
  const { subjects } = JSON.parse(readFileSync(results, 'utf8'));
  tell(
    'findings',
    subjects.reduce((sum, { outcome }) => sum + redIn(outcome), 0),
  );
  tell('folder', fromWorkspace(resolve(out)));
  tell('results', fromWorkspace(results));
  tellPath('report', 'report.html');
  tellPath('badge', 'badge.svg');
  // Code scanning refuses results without a file: the built-in subjects have none.
  if (subjects.length > 0 && subjects.every(({ file }) => file !== undefined))
    tellPath('sarif', 'results.sarif');
}

function redIn({ undeclared, undeclaredWarns, stale, expired }) {
  return new Set([...undeclared, ...undeclaredWarns, ...stale, ...expired]).size;
}

function tellPath(name, file) {
  const path = resolve(out, file);
  if (existsSync(path)) tell(name, fromWorkspace(path));
}

/** As the uploading steps look for files, wherever the run was started. */
function fromWorkspace(path) {
  const inside = relative(workspace, path);
  // The workspace itself is no empty path to them.
  return inside.startsWith('..') ? path : inside || '.';
}

/** With a delimiter that nobody can guess: a folder's name may hold a line end. */
function tell(name, value) {
  const delimiter = randomUUID();
  appendFileSync(outputs, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}
