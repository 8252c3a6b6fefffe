import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deal, type Hand } from './deal.js';

function hand(name: string, size: number, together?: string): Hand {
  return { requirements: [...Array(size).keys()].map((index) => `${name}/${index}`), together };
}

function shards(hands: readonly Hand[], count: number): string[][][] {
  return [...Array(count).keys()].map((index) => deal(hands, { index: index + 1, count }));
}

const sizes = (dealt: string[][][]) => dealt.map((shard) => shard.flat().length);

for (const count of [1, 2, 3, 7, 200])
  for (const lengths of [[], [0], [1], [85, 57], [3, 0, 5, 1, 9], Array(24).fill(57) as number[]])
    test(`${lengths.length} subjects of ${[...new Set(lengths)]} in ${count}: each in one shard, evenly`, () => {
      const hands = lengths.map((size, index) => hand(`s${index}`, size));
      const dealt = shards(hands, count);
      for (const [index, { requirements }] of hands.entries())
        assert.deepEqual(
          dealt.flatMap((shard) => shard[index] ?? []),
          requirements,
        );
      assert.ok(Math.max(...sizes(dealt)) - Math.min(...sizes(dealt)) <= 1);
      assert.deepEqual(shards(hands, count), dealt);
    });

test('no more subjects are cut than there are borders', () => {
  const hands = [...Array(24).keys()].map((index) => hand(`s${index}`, 57));
  const cut = hands.filter(
    (_, index) => shards(hands, 5).filter((shard) => (shard[index] ?? []).length > 0).length > 1,
  );
  assert.ok(cut.length <= 4);
});

test('what is together is in one shard, and the rest evens out', () => {
  const hands = [
    hand('a', 30),
    hand('limited', 40, 'limit'),
    hand('also', 10, 'limit'),
    hand('one', 20, 'client'),
  ];
  const dealt = shards(hands, 3);
  for (const index of [1, 2, 3]) assert.equal(dealt.filter((shard) => shard[index]?.length).length, 1);
  assert.equal(
    dealt.findIndex((shard) => shard[1]?.length),
    dealt.findIndex((shard) => shard[2]?.length),
  );
  assert.deepEqual(sizes(dealt), [50, 25, 25]);
  assert.deepEqual(
    dealt.flatMap((shard) => shard.flat()).sort(),
    hands.flatMap(({ requirements }) => requirements).sort(),
  );
});

test('a shard may be without anything', () => {
  assert.deepEqual(
    shards([hand('a', 5, 'limit')], 2).map((shard) => shard.flat().length),
    [5, 0],
  );
});

test('requirements of a client weigh twice as much, so that shards take alike long', () => {
  const [server, client] = [hand('server/a', 80), hand('client/a', 40)];
  assert.deepEqual(
    shards([server, client], 2).map(([one, other]) => [one?.length, other?.length]),
    [
      [80, 0],
      [0, 40],
    ],
  );
});
