import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InvalidArgumentError } from 'commander';
import type { Subject } from '../../connection/subject.js';
import type { PreparedSubject } from '../prepare-subjects.js';
import { inShard, shardOption } from './shards.js';

const base: Subject = { version: 1, against: [], fails: [], warns: [] };

function prepared(name: string, subject: Partial<Subject>, file = `${name}.yaml`): PreparedSubject {
  const requirements = [...Array(10).keys()].map((index) => `server/${name}/r${index}`);
  return {
    name,
    loaded: { file },
    subject: { ...base, ...subject },
    requirements,
  } as unknown as PreparedSubject;
}

function limited(name: string, issuer: string): PreparedSubject {
  const auth = { type: 'oauth' as const, issuer, rateLimit: { requests: 1, perSeconds: 1 } };
  const connection = { id: 'a', provider: 'b', title: 'c', auth };
  return prepared(name, { connection, server: {} });
}

/** In how many of five shards a subject is. */
function shardsOf(subjects: readonly PreparedSubject[], name: string): number[] {
  return [1, 2, 3, 4, 5].filter((index) =>
    inShard(subjects, { index, count: 5 }).some((one) => one.name === name && one.requirements.length > 0),
  );
}

test('subjects of one server with a rate limit are in one shard; another server may be in another', () => {
  const subjects = [
    limited('first', 'https://as.example/a'),
    limited('second', 'https://as.example/b'),
    limited('other', 'https://other.example'),
    prepared('free', { server: {} }),
  ];
  assert.equal(shardsOf(subjects, 'first').length, 1);
  assert.deepEqual(shardsOf(subjects, 'second'), shardsOf(subjects, 'first'));
  assert.notDeepEqual(shardsOf(subjects, 'other'), shardsOf(subjects, 'first'));
  assert.ok(shardsOf(subjects, 'free').length > 1);
});

test('a limit that nobody keeps to, since the mock plays the server, holds nothing together', () => {
  const mock = limited('mock', 'https://as.example');
  const played = { ...mock, subject: { ...mock.subject, server: { mock: {} } } };
  assert.equal(shardsOf([played], 'mock').length, 5);
});

test('a client that meets one provider at a time is in one shard with all of its personas', () => {
  const client = { driver: { stdio: ['a'] }, exclusive: true };
  const subjects = [
    prepared('a @ slack', { client }, 'a.yaml'),
    prepared('b', { client: { driver: { stdio: ['b'] } } }),
    prepared('a @ github', { client }, 'a.yaml'),
  ];
  assert.equal(shardsOf(subjects, 'a @ slack').length, 1);
  assert.deepEqual(shardsOf(subjects, 'a @ github'), shardsOf(subjects, 'a @ slack'));
  assert.ok(shardsOf(subjects, 'b').length > 1);
});

test('without a shard all is judged', () => {
  const subjects = [prepared('a', {}), prepared('b', {})];
  assert.deepEqual(inShard(subjects, undefined), subjects);
});

test('--shard is i/n', () => {
  assert.deepEqual(shardOption('2/4'), { index: 2, count: 4 });
  for (const wrong of ['', '1', '0/2', '3/2', '1/0', '1/2/3', '-1/2', '1.5/2', ' 1/2', '1/1000', 'a/b'])
    assert.throws(() => shardOption(wrong), InvalidArgumentError, wrong);
});
