import type { Shard } from './run-results.js';

/** Requirements of one subject that are to be dealt to shards. */
export interface Hand {
  requirements: readonly string[];
  /** All hands with the same word go to one shard, whole: what they have in common cannot be in two places. */
  together?: string | undefined;
}

/**
 * What shard `index` of `count` gets of each hand, in the order of the hands. Each requirement is in exactly one shard,
 * shards are as even in weight as whole hands allow, and the same hands are always dealt alike. The rest goes out in its
 * order, so that most subjects are brought up in one shard, and few are cut.
 */
export function deal(hands: readonly Hand[], { index, count }: Shard): string[][] {
  const loads = Array<number>(count).fill(0);
  const wholes = new Map(
    groups(hands).map(({ word, weight }) => {
      const shard = loads.indexOf(Math.min(...loads));
      loads[shard] = (loads[shard] as number) + weight;
      return [word, shard];
    }),
  );
  const loose = hands.flatMap(({ together, requirements }) => (together === undefined ? requirements : []));
  const room = roomIn(loads, weightOf(loose));
  const first = sum(room.slice(0, index - 1));
  const end = first + (room[index - 1] as number);
  let dealt = 0;
  /** The shard in which the middle of a requirement's weight comes to lie. */
  const isOwn = (requirement: string): boolean => {
    const weight = weightOf([requirement]);
    const middle = dealt + weight / 2;
    dealt += weight;
    // On a border it belongs to the first; the sums of fractions are not quite exact.
    return (index === 1 || middle > first + exactness) && middle <= end + exactness;
  };
  return hands.map(({ requirements, together }) =>
    together === undefined
      ? requirements.filter(isOwn)
      : wholes.get(together) === index - 1
        ? [...requirements]
        : [],
  );
}

const exactness = 1e-6;

/** Of a client one takes twice as long as of a server, as measured with those that are built in. */
function weightOf(requirements: readonly string[]): number {
  return sum(requirements.map((id) => (id.startsWith('client/') ? 2 : 1)));
}

/** What stays together, the heaviest first: what comes later evens out what is uneven. */
function groups(hands: readonly Hand[]): { word: string; weight: number }[] {
  const weights = new Map<string, number>();
  for (const { together, requirements } of hands)
    if (together !== undefined) weights.set(together, (weights.get(together) ?? 0) + weightOf(requirements));
  return [...weights]
    .map(([word, weight]) => ({ word, weight }))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
}

/** How much of a weight each shard takes, so that those that take any end up alike: as water fills vessels. */
function roomIn(loads: readonly number[], weight: number): number[] {
  const rising = [...loads].sort((a, b) => a - b);
  const levels = rising.map((_, index) => (weight + sum(rising.slice(0, index + 1))) / (index + 1));
  const level = levels.find((one, index) => one <= (rising[index + 1] ?? Number.POSITIVE_INFINITY)) as number;
  return loads.map((load) => Math.max(0, level - load));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
