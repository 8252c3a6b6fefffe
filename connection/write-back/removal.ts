import { isMap, isScalar, isSeq } from 'yaml';
import type { Edit } from '../manifest/edit-for.js';
import type { DeclaredList } from '../subject.js';
import { type ListPair, withoutBlockItem } from './block-list.js';
import { withoutFlowItem } from './flow-list.js';
import { NotChangeable } from './not-changeable.js';
import { listIn, rootOf } from './written-document.js';

export interface Removal {
  list: DeclaredList;
  index: number;
  /** Only this one of the entry's profiles. */
  profile: string | undefined;
}

/** Takes an entry out of a list, or a profile out of an entry. @throws NotChangeable */
export function removal(text: string, { list, index, profile }: Removal): Edit[] {
  const pair = listIn(rootOf(text), list);
  if (pair === undefined) throw new NotChangeable(`there is no list ${list}`);
  if (profile === undefined) return withoutItem(text, pair, index);
  const entry: unknown = pair.value?.items[index];
  const profiles = isMap(entry) ? listIn(entry, 'profile') : undefined;
  const at = profiles?.value?.items.findIndex((item) => isScalar(item) && item.value === profile) ?? -1;
  if (profiles === undefined || at === -1) throw new NotChangeable(`no list of profiles has ${profile}`);
  return withoutItem(text, profiles, at);
}

function withoutItem(text: string, pair: ListPair, index: number): Edit[] {
  const { value: list } = pair;
  if (!isSeq(list)) throw new NotChangeable('no list is written there');
  return list.flow === true ? withoutFlowItem(text, list, index) : withoutBlockItem(text, pair, index);
}
