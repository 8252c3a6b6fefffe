import { randomBytes } from 'node:crypto';
import type { CheerioAPI } from 'cheerio/slim';
import { load } from '../../fixtures/user-agent/html.js';

/** A value whose every dangerous character shows, in the parsed page, whether it was taken for markup. */
export interface Probe {
  /** Letters and digits that stand nowhere else. */
  word: string;
  value: string;
}

/** `word${7*7}<wordt>"wordd'words` and a backtick: each of < " ' ` is followed by a name of its own. */
export function newProbe(): Probe {
  const word = `hk${randomBytes(6).toString('hex')}z`;
  return { word, value: `${word}\${7*7}<${word}t>"${word}d'${word}s\`${word}b` };
}

/**
 * Where a page takes the probe for markup or code, in words; undefined when it is absent or escaped for its context
 * (RFC 6749 §10.14). Judged on the parsed page: a raw `<` is harmless in a quoted attribute, and a raw quote in text.
 */
export function unescaped(html: string, probe: Probe): string | undefined {
  const { word } = probe;
  if (html.includes(`${word}49`)) return 'the expression 7*7 in it was evaluated';
  if (!html.includes(word)) return undefined;
  // Entities stay as they are, so that what was escaped can be told from what was not.
  const raw = load(html, { xml: { xmlMode: false, decodeEntities: false } });
  return inMarkup(raw, probe) ?? inText(raw, probe) ?? inScript(raw, load(html), probe);
}

/** Elements only: of a parsed document, comments and text are nodes as well. */
function elementsOf($: CheerioAPI) {
  return $('*')
    .toArray()
    .filter((node) => 'attribs' in node);
}

function inMarkup($: CheerioAPI, { word }: Probe): string | undefined {
  for (const element of elementsOf($)) {
    if (element.name.startsWith(word)) return 'a tag was made of it';
    for (const [name, value] of Object.entries(element.attribs)) {
      if (name.startsWith(word)) return `a quote in it ended an attribute of ${element.name}`;
      if (value.endsWith(`<${word}t`)) return `it ended the tag ${element.name} from an unquoted attribute`;
    }
  }
  return undefined;
}

/** Title, textarea and comments, where a parser makes no tag of `<wordt>` but would of their own end. */
function inText($: CheerioAPI, { word }: Probe): string | undefined {
  const nodes = $('*').addBack().contents().toArray();
  for (const node of nodes) {
    const data = node.type === 'text' || node.type === 'comment' ? node.data : '';
    const parent = node.parent?.type === 'tag' ? node.parent.name : 'the page';
    if (data.includes(`<${word}t>`) && node.parent?.type !== 'script')
      return node.type === 'comment' ? 'it stands raw in a comment' : `it stands raw in ${parent}`;
  }
  return undefined;
}

/** Script elements, and event handlers as the browser reads them: with their entities decoded. */
function inScript(raw: CheerioAPI, decoded: CheerioAPI, probe: Probe): string | undefined {
  const scripts = raw('script')
    .toArray()
    .map((element) => raw(element).text());
  const handlers = elementsOf(decoded)
    .flatMap(({ attribs }) => Object.entries(attribs))
    .filter(([name]) => name.startsWith('on'))
    .map(([, value]) => value);
  const broken = [...scripts, ...handlers].map((code) => brokenString(code, probe));
  return broken.find((how) => how !== undefined);
}

/** Names that follow the characters which end a string of a script, in a probe. */
const stringEnds = new Map([
  ['"', 'd'],
  ["'", 's'],
  ['`', 'b'],
]);

/** Follows the strings of a script and tells when the probe ends the one that it stands in. */
function brokenString(code: string, { word, value }: Probe): string | undefined {
  let within = '';
  for (let at = 0; at < code.length; at++) {
    const character = code[at] as string;
    if (within === '' && code.startsWith(value, at)) return 'it stands in a script outside of any string';
    if (within === '`' && code.startsWith(`${word}\${7*7}`, at))
      return 'a script evaluates the expression in it';
    if (character === '\\') at++;
    else if (within === '' && /^\/[/*]/.test(code.slice(at, at + 2))) at = commentEnd(code, at);
    // A string in quotes ends with its line at the latest: whatever went wrong before is mended there.
    else if (character === '\n' && within !== '`') within = '';
    else if (within === character) {
      if (code.startsWith(`${word}${stringEnds.get(character)}`, at + 1))
        return `its ${character} ended a string of a script`;
      within = '';
    } else if (within === '' && stringEnds.has(character)) within = character;
  }
  return undefined;
}

function commentEnd(code: string, from: number): number {
  const end = code[from + 1] === '*' ? code.indexOf('*/', from + 2) + 1 : code.indexOf('\n', from);
  return end <= 0 ? code.length : end;
}
