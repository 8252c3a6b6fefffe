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
  /** What to write instead, in general, one sentence in plain text. */
  remedy: string;
  /** The clause it follows, where there is one. */
  clause?: string;
  /** `file`: whether it can be read; `shape`: the schema; `meaning`: what fields mean together; `subject`: the rest of a subject file. */
  about: 'file' | 'shape' | 'meaning' | 'subject';
}

/** What a rule without a file of its own demands, and what to write instead. */
type Told = readonly [demands: string, remedy: string];

const file: Record<
  YamlRule | 'unreadable-file' | 'unwritable-file' | 'not-text' | 'no-connection' | 'several-documents',
  Told
> = {
  'unreadable-file': [
    'The file is there, and may be read.',
    'Name the file as it is called from the current folder, and give yourself the right to read it.',
  ],
  'unwritable-file': [
    'With `--fix`, the file may be written.',
    'Give yourself the right to write the file, or leave --fix out.',
  ],
  'not-text': [
    'The file is UTF-8 text, of at most 1 MiB.',
    'Save the file as UTF-8; a larger one can be cut in several.',
  ],
  'yaml-syntax': [
    'The file is YAML 1.2, without tags; JSON is such a file.',
    'Look at the place that the finding names for a quote, a bracket or an indentation.',
  ],
  'yaml-alias': [
    'An alias names an anchor that stands before it, and not around it.',
    'Put the anchor (&name) before its alias (*name), or write the value twice.',
  ],
  'duplicate-key': ['No mapping has the same key twice.', 'Remove one of the two.'],
  'size-limit': [
    'The file is no larger, no deeper and no more repetitive than a person would write it.',
    'Cut the file in several, and write out what aliases repeat.',
  ],
  'no-connection': [
    'The file holds a connection.',
    'Write the connection under "connection", several of them as a list under "connections".',
  ],
  'several-documents': [
    'A subject file is one document; a file of manifests may be several.',
    'Move each document into a file of its own.',
  ],
};

const shape: Record<SchemaRule, Told> = {
  'unknown-key': [
    'Each key is known; the finding names the nearest.',
    'Write the key as it is known, or remove it.',
  ],
  'missing-field': ['What is needed is there.', 'Add the field that the finding names.'],
  'wrong-type': [
    'Text, numbers, booleans, lists and mappings stand where they are expected; `yes` and `on` are text in YAML 1.2.',
    'Write true or false for a boolean, a number without quotes, and a list in square brackets.',
  ],
  'not-allowed-value': [
    'A field with a fixed set of values has one of them.',
    'Write one of the values that the finding lists.',
  ],
  'empty-value': [
    'No text is empty, and no list that needs an entry.',
    'Write the value, or remove the field where it is not needed.',
  ],
  'repeated-value': ['No list of distinct values has one twice.', 'Remove one of the two.'],
  'wrong-form': ['Schemes and dates have their form.', 'Write it in the form that the finding shows.'],
  'out-of-range': [
    'Numbers are within their bounds.',
    'Write a number within the bounds that the finding names.',
  ],
};

/** Every rule, in the order in which a file meets them. */
export const ruleCatalogue: readonly CatalogueRule[] = [
  ...Object.entries(file).map(([id, told]) => plainRule(id, told, 'file')),
  ...Object.entries(shape).map(([id, told]) => plainRule(id, told, 'shape')),
  ...[...ofConnections(), ...ofSubjects(true)].sort((a, b) => a.id.localeCompare(b.id, 'en')),
  ...ofSubjects(false),
];

function plainRule(id: string, [demands, remedy]: Told, about: CatalogueRule['about']): CatalogueRule {
  return { id, level: 'error', demands, remedy, about };
}

function ofConnections(): CatalogueRule[] {
  return Object.entries(connectionRules).map(([id, { level, demands, remedy, clause }]) => ({
    ...{ id, level, demands, remedy, about: 'meaning' },
    ...(clause === undefined ? {} : { clause }),
  }));
}

function ofSubjects(onConnections: boolean): CatalogueRule[] {
  return Object.entries(subjectRules)
    .filter(([, rule]) => (rule.onConnections ?? false) === onConnections)
    .map(([id, { demands, remedy, clause }]) => ({
      ...plainRule(id, [demands, remedy], onConnections ? 'meaning' : 'subject'),
      ...(clause === undefined ? {} : { clause }),
    }));
}
