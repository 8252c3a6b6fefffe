import { InvalidArgumentError } from 'commander';
import { meetsOneAtATime } from '../../fixtures/client/one-at-a-time.js';
import { deal } from '../../results/deal.js';
import type { Shard } from '../../results/run-results.js';
import { limitedServerOf } from '../ledgers.js';
import type { PreparedSubject } from '../prepare-subjects.js';

/** Value of `--shard`. */
export function shardOption(value: string): Shard {
  const parts = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(value);
  const [index, count] = [Number(parts?.[1]), Number(parts?.[2])];
  if (index <= count) return { index, count };
  throw new InvalidArgumentError('It must be i/n, as 1/4: the first of four parts, and at most 999 of them.');
}

/** The subjects with the requirements that are in this shard; the others keep none. Without a shard, all of them. */
export function inShard(subjects: readonly PreparedSubject[], shard: Shard | undefined): PreparedSubject[] {
  if (shard === undefined) return [...subjects];
  const dealt = deal(
    subjects.map((subject) => ({ requirements: subject.requirements, together: togetherAs(subject) })),
    shard,
  );
  return subjects.map((subject, index) => ({ ...subject, requirements: dealt[index] ?? [] }));
}

/**
 * What must not be in two shards at a time: a declared rate limit, since only who knows all that was sent keeps to it;
 * and a client that cannot meet two providers at a time, whatever their personas.
 */
function togetherAs(one: PreparedSubject): string | undefined {
  const server = limitedServerOf(one);
  if (server !== undefined) return `limit of ${server}`;
  const { client } = one.subject;
  return client !== undefined && meetsOneAtATime(client) ? `client of ${one.loaded.file}` : undefined;
}
