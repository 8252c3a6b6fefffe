import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { keyOf } from '../source-positions.js';
import type { ListPair } from './block-list.js';
import { NotChangeable } from './not-changeable.js';

/** The mapping that a text is, with what each part is written as. The text is known to be a subject file. */
export function rootOf(text: string): YAMLMap {
  const options = { schema: 'core', merge: true, resolveKnownTags: false } as const;
  const { contents } = parseDocument(text, { ...options, uniqueKeys: false, keepSourceTokens: true });
  if (!isMap(contents)) throw new NotChangeable('the file is no mapping');
  return contents;
}

/** The list that is written under a key; undefined where the key is not there. @throws NotChangeable for an alias */
export function listIn(map: YAMLMap, key: string): ListPair | undefined {
  const pair = map.items.find((one) => keyOf(one) === key);
  if (pair === undefined) return undefined;
  if (!isSeq(pair.value)) throw new NotChangeable(`what stands under ${key} is written elsewhere`);
  return pair as ListPair;
}
