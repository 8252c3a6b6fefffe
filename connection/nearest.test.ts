import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from './nearest.js';

const keys = ['id', 'port', 'tokenUrl', 'clientSecret'];
const cases: [word: string, meant: string | undefined][] = [
  ['prot', 'port'],
  ['token_url', 'tokenUrl'],
  ['tokenURI', 'tokenUrl'],
  ['client-secrt', 'clientSecret'],
  ['i', 'id'],
  ['x', undefined],
  ['ox', undefined],
  ['expiry', undefined],
  [`port${'t'.repeat(100)}`, undefined],
];
for (const [word, meant] of cases)
  test(`${word.slice(0, 20)} is meant as ${meant ?? 'none of them'}`, () => {
    assert.equal(nearest(word, keys), meant);
  });
