import type { Document, ErrorCode } from 'yaml';
import type { OffsetProblem } from './yaml-documents.js';

const messages: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT:
    'a tab stands in the indentation, which YAML forbids because its width differs between editors. Use spaces',
  BAD_INDENT:
    'the indentation does not fit the lines above, so it is unclear what this belongs to. Indent entries of one mapping alike, and close each bracket',
  MISSING_CHAR: 'a quote, bracket, comma or colon is missing, so the value does not end here. Add it',
  UNEXPECTED_TOKEN:
    'this is not expected here, so the line cannot be read. Put quotes around text that starts with a special character',
  BAD_SCALAR_START: 'text may not start with this character. Put quotes around it',
  BLOCK_AS_IMPLICIT_KEY:
    'a mapping begins on the line of another key, or a value contains ": ". Begin a new line, or put quotes around the value',
  MULTILINE_IMPLICIT_KEY:
    'a key runs over several lines; usually a colon or a closing quote is missing. Write "key: value" on one line',
  BAD_ALIAS: 'an alias needs a name, as in "*name"; for text that begins with "*" use quotes',
  BAD_DQ_ESCAPE:
    'there is no such escape in double quotes. Use single quotes, or write a backslash as "\\\\"',
  BAD_DIRECTIVE: 'this directive is unknown, and none is needed. Remove the line',
  MULTIPLE_ANCHORS: 'a value can have one anchor only. Remove the others',
  TAG_RESOLVE_FAILED:
    'tags ("!name") are not supported, since they change what a value means. Remove the tag',
};

const otherwise =
  'the line is not valid YAML, so the file cannot be read. Check quotes, colons and indentation';

/**
 * What keeps one document of the text from being read as YAML 1.2. The parser's own texts are not used: they quote the
 * source, which may hold a secret. One error leads to others, so only the first counts, except for tabs. `start` is the
 * offset where its directives begin.
 */
export function documentProblems(document: Document.Parsed, start = 0): OffsetProblem[] {
  const errors = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  const counted = errors[0]?.code === 'TAB_AS_INDENT' ? tabs : errors.slice(0, 1);
  if (counted.length > 0) {
    return counted.map(({ code, pos }) => syntaxProblem(pos[0], messages[code] ?? otherwise));
  }
  if (document.directives.yaml.version !== '1.2') {
    const message =
      'another version of YAML is asked for, in which "no" is a boolean; this file is read as YAML 1.2. Remove the %YAML line';
    return [syntaxProblem(start, message)];
  }
  return [];
}

/** The same for a text that has to be one document. */
export function syntaxProblems([document, second]: readonly Document.Parsed[]): OffsetProblem[] {
  const problems = document === undefined ? [] : documentProblems(document);
  if (problems.length > 0 || second === undefined) return problems;
  const message =
    'a second document begins here, and a subject is one document. Move it to a file of its own';
  return [syntaxProblem(second.range[0], message)];
}

function syntaxProblem(offset: number, message: string): OffsetProblem {
  return { rule: 'yaml-syntax', offset, message };
}
