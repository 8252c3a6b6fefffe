/** The imported connections as a file that people read, and then complete. */
import { basename } from 'node:path';
import { Document, isCollection, isScalar, isSeq, visit } from 'yaml';
import type { ImportedConnections } from './import-connection.js';
import { dialects } from './index.js';
import { shown } from './names.js';
import { formatRemark, type Remark } from './statement.js';

const width = 110;

/** What was carried over, what was not and why, and what was assumed: plain text, a line an entry before wrapping. */
export function statementOf(imported: ImportedConnections, file: string): string[] {
  const { dialect, connections, notCarriedOver, assumed } = imported;
  // The name alone: a manifest is committed, and a path of one machine means nothing on another.
  const from = plainName(file);
  const what = connections.length === 1 ? 'a connection' : `${connections.length} connections`;
  return [
    `Carried over from ${from}: ${what}, out of ${dialects[dialect]?.title ?? dialect}.`,
    ...section('Not carried over:', notCarriedOver),
    ...section('Assumed:', assumed),
  ];
}

/** YAML that fits the schema, the statement in front as comments. */
export function renderManifest(imported: ImportedConnections, file: string): string {
  const { connections } = imported;
  const [only] = connections;
  const content = connections.length === 1 ? { version: 1, connection: only } : { version: 1, connections };
  const document = new Document(content, { aliasDuplicateObjects: false });
  visit(document, {
    Collection(_key, node) {
      node.flow = isShort(node);
    },
  });
  const body = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  const comments = statementOf(imported, file).flatMap((line) => wrap(line, width - 2));
  // Names from the input are quoted already; a line end in a comment would let it write fields.
  const lines = comments.map((line) => `# ${line.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')}`.trimEnd());
  return `${lines.join('\n')}\n\n${body}`;
}

/** Wraps at spaces; what follows the first line is indented below it. Quoted text of others has no line ends in it. */
export function wrap(text: string, columns: number): string[] {
  const indent = /^ *(?:- )?/.exec(text)?.[0].length ?? 0;
  const lines: string[] = [];
  let line = '';
  for (const word of text.slice(indent).split(' ')) {
    const lead = lines.length === 0 && line === '' ? text.slice(0, indent) : ' '.repeat(indent);
    if (line === '') line = lead + word;
    else if (line.length + 1 + word.length <= columns) line += ` ${word}`;
    else {
      lines.push(line);
      line = ' '.repeat(indent) + word;
    }
  }
  return [...lines, line];
}

function section(title: string, remarks: readonly Remark[]): string[] {
  if (remarks.length === 0) return [title.replace(/:$/, ': nothing.')];
  return [title, ...remarks.map((remark) => `  - ${formatRemark(remark)}`)];
}

function plainName(file: string): string {
  const name = basename(file);
  return shown(name);
}

/** Lists of a few short texts stand on one line, as people write them. */
function isShort(node: unknown): boolean {
  if (!isSeq(node)) return isCollection(node) && node.items.length === 0;
  const texts = node.items.map((item) => (isScalar(item) ? String(item.value) : undefined));
  if (texts.some((text) => text === undefined)) return false;
  return texts.join(', ').length <= 80;
}
