import { connectionRules } from '../rules/index.js';
import type { Level } from '../rules/rule.js';
import type { SchemaRule } from '../schema-errors.js';
import { subjectRules } from '../subject-rules/index.js';
import type { YamlRule } from '../yaml-documents.js';

/** One entry for each id that a finding can have. */
export interface CatalogueRule {
  id: string;
  level: Level;
  /** What it demands, one sentence in Markdown. */
  demands: string;
  /** The clause it follows, where there is one. */
  clause?: string;
  /** `file`: whether it can be read; `shape`: the schema; `meaning`: what fields mean together; `subject`: the rest of a subject file. */
  about: 'file' | 'shape' | 'meaning' | 'subject';
}

const file: Record<
  YamlRule | 'unreadable-file' | 'unwritable-file' | 'not-text' | 'no-connection' | 'several-documents',
  string
> = {
  'unreadable-file': 'The file is there, and may be read.',
  'unwritable-file': 'With `--fix`, the file may be written.',
  'not-text': 'The file is UTF-8 text, of at most 1 MiB.',
  'yaml-syntax': 'The file is YAML 1.2, without tags; JSON is such a file.',
  'yaml-alias': 'An alias names an anchor that stands before it, and not around it.',
  'duplicate-key': 'No mapping has the same key twice.',
  'size-limit': 'The file is no larger, no deeper and no more repetitive than a person would write it.',
  'no-connection': 'The file holds a connection.',
  'several-documents': 'A subject file is one document; a file of manifests may be several.',
};

const shape: Record<SchemaRule, string> = {
  'unknown-key': 'Each key is known; the finding names the nearest.',
  'missing-field': 'What is needed is there.',
  'wrong-type':
    'Text, numbers, booleans, lists and mappings stand where they are expected; `yes` and `on` are text in YAML 1.2.',
  'not-allowed-value': 'A field with a fixed set of values has one of them.',
  'empty-value': 'No text is empty, and no list that needs an entry.',
  'repeated-value': 'No list of distinct values has one twice.',
  'wrong-form': 'Schemes and dates have their form.',
  'out-of-range': 'Numbers are within their bounds.',
};

/** Every rule, in the order in which a file meets them. */
export const ruleCatalogue: readonly CatalogueRule[] = [
  ...Object.entries(file).map(([id, demands]) => plainRule(id, demands, 'file')),
  ...Object.entries(shape).map(([id, demands]) => plainRule(id, demands, 'shape')),
  ...[...ofConnections(), ...ofSubjects(true)].sort((a, b) => a.id.localeCompare(b.id, 'en')),
  ...ofSubjects(false),
];

function plainRule(id: string, demands: string, about: CatalogueRule['about']): CatalogueRule {
  return { id, level: 'error', demands, about };
}

function ofConnections(): CatalogueRule[] {
  return Object.entries(connectionRules).map(([id, { level, demands, clause }]) => ({
    ...{ id, level, demands, about: 'meaning' },
    ...(clause === undefined ? {} : { clause }),
  }));
}

function ofSubjects(onConnections: boolean): CatalogueRule[] {
  return Object.entries(subjectRules)
    .filter(([, rule]) => (rule.onConnections ?? false) === onConnections)
    .map(([id, { demands, clause }]) => ({
      ...plainRule(id, demands, onConnections ? 'meaning' : 'subject'),
      ...(clause === undefined ? {} : { clause }),
    }));
}
