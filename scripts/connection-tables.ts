import { readFileSync } from 'node:fs';
import { type CatalogueRule, ruleCatalogue } from '../connection/manifest/rule-catalogue.js';

/** A schema, as far as the tables tell of it. */
interface Node {
  type?: string | string[];
  description?: string;
  required?: string[];
  enum?: string[];
  const?: string;
  default?: unknown;
  items?: Node;
  properties?: Record<string, Node>;
  additionalProperties?: boolean | Node;
  oneOf?: Node[];
}

/** The page with its generated parts as they have to be; each stands between two comments. */
export function withTables(page: string): string {
  return Object.entries({
    fields: fieldsTable(),
    file: rulesTable('file'),
    shape: rulesTable('shape'),
    meaning: rulesTable('meaning'),
  }).reduce((text, [name, table]) => replaced(text, name, table), page);
}

/** The page with what stands between the comments of `name` replaced; throws where they are missing. */
export function replaced(page: string, name: string, table: string): string {
  const [begin, end] = [`<!-- ${name}: written by npm run docs -->`, `<!-- end of ${name} -->`];
  const [start, stop] = [page.indexOf(begin), page.indexOf(end)];
  if (start === -1 || stop < start) throw new Error(`the page has no "${begin}" before "${end}"`);
  return `${page.slice(0, start + begin.length)}\n\n${table}\n\n${page.slice(stop)}`;
}

function rulesTable(about: CatalogueRule['about']): string {
  const rules = ruleCatalogue.filter((rule) => rule.about === about);
  const rows = rules.map(({ id, level, demands, clause = '' }) => [`\`${id}\``, level, demands, clause]);
  const head = ['rule', 'level', 'demands', 'clause'];
  const columns = rules.some(({ clause }) => clause !== undefined) ? 4 : 3;
  return table(
    head.slice(0, columns),
    rows.map((row) => row.slice(0, columns)),
  );
}

function fieldsTable(): string {
  const path = new URL('../connection/subject.schema.json', import.meta.url);
  const schema = JSON.parse(readFileSync(path, 'utf8')) as Node;
  const connection = schema.properties?.connection ?? {};
  return table(['field', 'value', ''], fieldsOf(connection, ''));
}

/** Each field with the ones below it; those of one alternative only say so. */
function fieldsOf(node: Node, prefix: string, note = ''): string[][] {
  return Object.entries(node.properties ?? {}).flatMap(([name, field]) => {
    const needed = node.required?.includes(name) === true ? '**Needed.** ' : '';
    const description = `${needed}${note}${field.description ?? ''}`;
    const alternatives = (field.oneOf ?? []).flatMap((one) => {
      const { method, ...properties } = one.properties ?? {};
      return fieldsOf({ ...one, properties }, `${prefix}${name}.`, `With method \`${method?.const}\`: `);
    });
    const own = [`\`${prefix}${name}\``, kindOf(field), description];
    return [own, ...fieldsOf(field, `${prefix}${name}.`), ...alternatives];
  });
}

/** What may stand there, in a few words. */
function kindOf({ type, enum: values, items, additionalProperties, default: given }: Node): string {
  const byDefault = given === undefined ? '' : `; default ${JSON.stringify(given)}`;
  const named = values?.map((value) => `\`${value}\``).join(', ');
  if (items !== undefined) return `list of ${items.enum === undefined ? 'text' : kindOf(items)}`;
  const kinds: Record<string, string> = {
    string: 'text',
    boolean: '`true` or `false`',
    object: typeof additionalProperties === 'object' ? 'text by name' : 'mapping',
    integer: 'whole number',
  };
  const kind = [type ?? []].flat().map((one) => kinds[one] ?? one);
  return `${named ?? kind.join(', or ')}${byDefault}`;
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |');
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
