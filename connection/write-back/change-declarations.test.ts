import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type DeclarationChanges, withDeclarations } from './change-declarations.js';

const head = 'version: 1\nserver: { mock: {} } # the mock\n';
const entry = { id: 'server/a/new', reason: 'found by proofkey on 2026-06-15' };
const written = '{ id: server/a/new, reason: "found by proofkey on 2026-06-15" }';
const add: DeclarationChanges = { fails: { add: [entry], remove: [] } };

function removing(...indexes: number[]): DeclarationChanges {
  return { fails: { add: [], remove: indexes.map((index) => ({ index })) } };
}

/** Text of the list before, and after. */
type Case = [label: string, before: string, after: string];

function testAll(changes: DeclarationChanges, cases: readonly Case[]): void {
  for (const [label, before, after] of cases) {
    test(label, () => assert.equal(withDeclarations(head + before, changes), head + after));
    test(`${label}, with the line ends of Windows`, () => {
      const windows = (text: string) => (head + text).replaceAll('\n', '\r\n');
      assert.equal(withDeclarations(windows(before), changes), windows(after));
    });
  }
}

describe('an entry is added', () => {
  testAll(add, [
    ['to a file without the list', '', `fails:\n  - ${written}\n`],
    ['before comments at the end', '\n# the end\n', `fails:\n  - ${written}\n\n# the end\n`],
    [
      'to an empty list',
      'fails: [] # none yet\nwarns: []\n',
      `fails: # none yet\n  - ${written}\nwarns: []\n`,
    ],
    ['to an empty list at the end', 'fails: []', `fails:\n  - ${written}`],
    [
      'to one in braces',
      'fails:\n  # ticket\n  - { id: server/a/b } # why\n\nwarns: []\n',
      `fails:\n  # ticket\n  - { id: server/a/b } # why\n  - ${written}\n\nwarns: []\n`,
    ],
    [
      'to one with lines, behind the comments of its last entry',
      'fails:\n- id: server/a/b\n  reason: |\n    long\n  # more\n# about warnings\nwarns: []\n',
      'fails:\n- id: server/a/b\n  reason: |\n    long\n  # more\n- id: server/a/new\n  reason: "found by proofkey on 2026-06-15"\n# about warnings\nwarns: []\n',
    ],
    [
      'behind an entry that was commented out',
      'fails:\n  - id: server/a/b\n  # - id: server/a/c\nwarns: []\n',
      'fails:\n  - id: server/a/b\n  # - id: server/a/c\n  - id: server/a/new\n    reason: "found by proofkey on 2026-06-15"\nwarns: []\n',
    ],
    [
      'to a last line without its end',
      'fails:\n  - { id: server/a/b }',
      `fails:\n  - { id: server/a/b }\n  - ${written}`,
    ],
    [
      'in brackets',
      "fails: [{ id: 'server/a/b' }] # known\n",
      `fails: [{ id: 'server/a/b' }, ${written}] # known\n`,
    ],
    [
      'in brackets with a last comma',
      'fails: [{ id: server/a/b }, ]\n',
      `fails: [{ id: server/a/b }, ${written}, ]\n`,
    ],
    [
      'in brackets over several lines',
      'fails: [\n    { id: server/a/b }, # one\n    { id: server/a/c } # two\n  ]\n',
      `fails: [\n    { id: server/a/b }, # one\n    { id: server/a/c }, # two\n    ${written}\n  ]\n`,
    ],
    [
      'in such brackets with a last comma',
      'fails: [\n    { id: server/a/b },\n  ]\nwarns: []\n',
      `fails: [\n    { id: server/a/b },\n    ${written},\n  ]\nwarns: []\n`,
    ],
    [
      'to an anchored list that nobody repeats',
      'fails: &known\n  - { id: server/a/b }\n',
      `fails: &known\n  - { id: server/a/b }\n  - ${written}\n`,
    ],
  ]);

  test('with its profiles, and to several lists at a time', () => {
    const changes: DeclarationChanges = {
      fails: { add: [{ ...entry, profile: ['slack', 'no'] }], remove: [] },
      warns: { add: [{ id: 'client/a/b', profile: '1e3' }], remove: [] },
    };
    assert.equal(
      withDeclarations(`${head}warns: []\n`, changes),
      `${head}warns:\n  - { id: client/a/b, profile: "1e3" }\nfails:\n  - { id: server/a/new, reason: "found by proofkey on 2026-06-15", profile: [slack, no] }\n`,
    );
  });

  test('to a file that is JSON', () => {
    const json = '{\n  "version": 1,\n  "server": { "mock": {} }\n}\n';
    const changed = withDeclarations(json, add) ?? '';
    assert.deepEqual(JSON.parse(changed), { ...(JSON.parse(json) as object), fails: [entry] });
    assert.match(changed, /\n {2}"fails": \[\{"id":/);
    const longer = withDeclarations(changed, add) ?? '';
    assert.deepEqual((JSON.parse(longer) as { fails: unknown }).fails, [entry, entry]);
  });

  test('in a document with its markers', () => {
    const marked = `--- # one\n${head}...\n`;
    assert.equal(withDeclarations(marked, add), `--- # one\n${head}fails:\n  - ${written}\n...\n`);
  });
});

describe('an entry is removed', () => {
  testAll(removing(1), [
    [
      'with the comments that are its own',
      'fails:\n  # a\n  - id: server/a/a # x\n    # of a\n\n  # b\n  # more of b\n  - id: server/a/b # y\n    reason: r # z\n    # of b\n  # c\n  - id: server/a/c\nwarns: []\n',
      'fails:\n  # a\n  - id: server/a/a # x\n    # of a\n\n  # c\n  - id: server/a/c\nwarns: []\n',
    ],
    [
      'though it has a long text',
      'fails:\n- id: server/a/a\n- id: server/a/b\n  reason: >\n    folded\n\n    text\n# next\nwarns: []\n',
      'fails:\n- id: server/a/a\n# next\nwarns: []\n',
    ],
    [
      'at the very end',
      'fails:\n  - { id: server/a/a }\n  - { id: server/a/b }',
      'fails:\n  - { id: server/a/a }\n',
    ],
    [
      'that is an alias',
      'fails:\n  - &a { id: server/a/a }\n  - *a\n',
      'fails:\n  - &a { id: server/a/a }\n',
    ],
    [
      'in brackets',
      'fails: [{ id: server/a/a }, { id: server/a/b }, { id: server/a/c }]\n',
      'fails: [{ id: server/a/a }, { id: server/a/c }]\n',
    ],
    [
      'as the last in brackets',
      'fails: [ { id: server/a/a }, { id: server/a/b } ]\n',
      'fails: [ { id: server/a/a } ]\n',
    ],
    [
      'on its own line in brackets',
      'fails: [\n    { id: server/a/a },\n    # about b\n    { id: server/a/b, # deeper\n      reason: r }, # b\n    { id: server/a/c }\n  ]\n',
      'fails: [\n    { id: server/a/a },\n    { id: server/a/c }\n  ]\n',
    ],
  ]);

  testAll(removing(0), [
    [
      'as the only one',
      'fails: # known\n  # why\n  - { id: server/a/a }\nwarns: []\n',
      'fails: [] # known\nwarns: []\n',
    ],
    ['as the only one in brackets', 'fails: [{ id: server/a/a }]\n', 'fails: []\n'],
  ]);

  test('together with all others', () => {
    const lists = 'fails:\n  - { id: server/a/a }\n  - { id: server/a/b }\n  - { id: server/a/c }\n';
    assert.equal(withDeclarations(head + lists, removing(0, 1, 2)), `${head}fails: []\n`);
  });

  test('while another comes, and the form stays', () => {
    const changes: DeclarationChanges = { fails: { add: [entry], remove: [{ index: 0 }] } };
    const before = `${head}fails:\n  - id: server/a/a\n`;
    assert.equal(
      withDeclarations(before, changes),
      `${head}fails:\n  - id: server/a/new\n    reason: "found by proofkey on 2026-06-15"\n`,
    );
  });

  for (const [label, profiles, left] of [
    ['in brackets', '[slack, github, notion]', '[slack, notion]'],
    ['with dashes', '\n      - slack\n      - github # x\n      - notion', '\n      - slack\n      - notion'],
  ])
    test(`for one of its profiles ${label}`, () => {
      const text = (list?: string) =>
        `${head}fails:\n  - id: client/a/b\n    profile: ${list}\n    reason: r\n`;
      const changes: DeclarationChanges = {
        fails: { add: [], remove: [{ index: 0, profiles: ['github'] }] },
      };
      assert.equal(withDeclarations(text(profiles), changes), text(left));
    });
});

describe('a file is left to a person where', () => {
  const cases: Record<string, [string, DeclarationChanges]> = {
    'the list is written elsewhere': ['warns: &known [{ id: server/a/a }]\nfails: *known\n', add],
    'another list repeats it': ['fails: &known\n  - { id: server/a/a }\nwarns: *known\n', add],
    'an entry that goes is repeated elsewhere': [
      'fails:\n  - &a { id: server/a/a }\nwarns: [*a]\n',
      removing(0),
    ],
    'an empty list has an anchor of its own': [
      'fails: &known\n  - { id: server/a/a }\nwarns: *known\n',
      removing(0),
    ],
    'the profiles of an entry are written elsewhere': [
      'warns: [{ id: client/a/a, profile: &p [slack, github] }]\nfails: [{ id: client/a/b, profile: *p }]\n',
      { fails: { add: [], remove: [{ index: 0, profiles: ['slack'] }] } },
    ],
    'a merge key brings the list': ['<<: { fails: [{ id: server/a/a }] }\n', removing(0)],
  };
  for (const [label, [lists, changes]] of Object.entries(cases))
    test(label, () => assert.equal(withDeclarations(head + lists, changes), undefined));
});

test('nothing to change changes nothing, whatever the form', () => {
  const text = `${head}fails:   [ ]\r\n# x`;
  assert.equal(withDeclarations(text, {}), text);
  assert.equal(withDeclarations(text, { fails: { add: [], remove: [] } }), text);
});
