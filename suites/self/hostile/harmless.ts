import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { validateXML } from 'xmllint-wasm';
import { reporters } from '../../../reports/reporters.js';
import { sampleOptions } from '../../../reports/sample-options.js';
import { readResults } from '../../../results/read-results.js';
import type { RunResults } from '../../../results/run-results.js';

/** What a terminal obeys, what reorders or hides what is read, and halves of characters: all but line ends and tabs. */
const obeyed = /[^\P{Cc}\n\t]|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}/u;

type Check = (text: string, where: string) => void | Promise<void>;

/** By the end of the file's name; a kind that is not listed must be plain text at least. */
const checks: Record<string, Check> = {
  json: wellFormedJson,
  sarif: wellFormedJson,
  xml: wellFormedXml,
  svg: wellFormedXml,
  html: page,
  md: markdown,
};

/** Every file of a run is well formed, and nothing that a target wrote does anything in it. */
export async function assertHarmlessFiles(folder: string): Promise<string[]> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const name of names) {
    const bytes = readFileSync(name);
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    assertNothingObeyed(text, name);
    await checks[name.split('.').at(-1) ?? '']?.(text, name);
  }
  const results = names.find((name) => name.endsWith('results.json'));
  assert.ok(results !== undefined, 'results.json was written');
  readResults(results);
  return names;
}

/** The same of every form of a report, also of those that a run only prints. */
export async function assertHarmlessForms(run: RunResults): Promise<void> {
  for (const [name, loadReporter] of Object.entries(reporters)) {
    const reporter = await loadReporter();
    const text = reporter.render(run, sampleOptions);
    const where = `the ${name} report`;
    assertNothingObeyed(text, where);
    await checks[reporter.file?.split('.').at(-1) ?? '']?.(text, where);
    if (name !== 'github' && reporter.file === undefined) assertNoCommand(text, where);
  }
}

export function assertNothingObeyed(text: string, where: string): void {
  const found = obeyed.exec(text);
  if (found === null) return;
  const around = JSON.stringify(text.slice(Math.max(0, found.index - 60), found.index + 60));
  assert.fail(
    `${where} has U+${found[0].codePointAt(0)?.toString(16)}, which steers what shows it: ${around}`,
  );
}

/**
 * What CI services take for a command in a log: `::name ::` where a line begins (spaces before it do not count), and
 * `##[name]`, `##vso[name]` or `##teamcity[name]` anywhere.
 */
export function assertNoCommand(text: string, where: string): void {
  const found = /^\s*::[a-z-]+(?:\s.*)?::.*|.*##\w*\[.*/m.exec(text);
  assert.equal(found?.[0], undefined, `${where} has a command for a CI service`);
}

function wellFormedJson(text: string, where: string): void {
  assert.doesNotThrow(() => JSON.parse(text), where);
}

async function wellFormedXml(text: string, where: string): Promise<void> {
  const { valid, errors } = await validateXML({ xml: text, normalization: 'format' });
  assert.ok(valid, `${where}: ${JSON.stringify(errors.slice(0, 3))}`);
  const $ = load(text, { xml: true });
  assert.equal($('script').length, 0, `${where} has script`);
}

/** The page's own script is one that was there without any target: it does not hold what ours would do. */
function page(text: string, where: string): void {
  const $ = load(text);
  for (const element of $('*').toArray()) {
    for (const [name, value] of Object.entries($(element).attr() ?? {})) {
      assert.ok(!/^on/i.test(name), `${where}: ${name}=${value}`);
      assert.ok(!/^\s*(?:javascript|data:text\/html|vbscript):/i.test(value), `${where}: ${name}=${value}`);
    }
  }
  for (const element of $('script').toArray()) {
    const { type = 'text/javascript' } = $(element).attr() ?? {};
    if (/json/.test(type)) wellFormedJson($(element).text(), where);
    else assert.doesNotMatch($(element).text(), /h0stile/, `${where}: a target's text became script`);
  }
}

/** Text of a target is quoted: it opens no element, makes no link or picture, and begins no heading or row. */
function markdown(text: string, where: string): void {
  const unquoted = text
    .replace(/^(`{3,}).*\n[\s\S]*?\n\1$/gm, '')
    .replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
  assert.doesNotMatch(unquoted, /<(?:script|img|svg|details)[^>]*h0stile/i, where);
  assert.doesNotMatch(unquoted, /(?<!\\)\]\((?:javascript:|[^)]*h0stile)/i, where);
  assert.doesNotMatch(unquoted, /^(?:# h0stile|\| a \|)/m, where);
  assertNoCommand(text, where);
}
