import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleResult, sampleRun, sampleSubject } from '../../results/sample-results.js';
import { sampleOptions } from '../sample-options.js';
import { everyStanding, hostile, hostileTexts, withoutFile } from '../sample-subjects.js';
import { publishedSarifSchema } from '../sarif/sample-schema.js';
import { sarif } from './sarif.js';

interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: {
    physicalLocation?: {
      artifactLocation: { uri: string };
      region: { startLine: number; startColumn: number };
    };
    logicalLocations: { fullyQualifiedName: string }[];
  }[];
  partialFingerprints: Record<string, string>;
  suppressions?: unknown[];
}

interface Rule {
  id: string;
  helpUri?: string;
  help: { markdown?: string };
  properties: Record<string, unknown>;
}

interface Run {
  tool: { driver: { rules: Rule[] } };
  invocations: {
    executionSuccessful: boolean;
    exitCode: number;
    toolExecutionNotifications: {
      level: string;
      associatedRule?: { id: string };
      message: { text: string };
    }[];
  }[];
  results: Result[];
}

type Subjects = Parameters<typeof sampleRun>[0];

function logOf(subjects: Subjects, changes: Parameters<typeof sampleRun>[1] = {}, root?: string): Run {
  const options = root === undefined ? sampleOptions : { ...sampleOptions, root };
  return JSON.parse(sarif.render(sampleRun(subjects, changes), options)).runs[0];
}

function placeOf({ locations: [location] }: Result): string {
  const { artifactLocation, region } = location?.physicalLocation ?? {};
  return `${artifactLocation?.uri}:${region?.startLine}:${region?.startColumn}`;
}

test('it is valid by the schema of SARIF 2.1.0, whatever a target wrote', () => {
  const validate = publishedSarifSchema();
  const runs = [[], [everyStanding(), withoutFile()], ...hostileTexts.map((text) => [hostile(text)])];
  for (const subjects of runs) {
    const text = sarif.render(sampleRun(subjects, { harness: ['it fell over'] }), sampleOptions);
    validate(JSON.parse(text));
    assert.deepEqual(validate.errors ?? [], []);
    assert.doesNotMatch(
      text.replaceAll('\n', ''),
      /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u,
      'nothing steers a terminal',
    );
  }
});

test('what is red, warned of or declared is a result, at its line of the subject file', () => {
  const results = logOf([everyStanding()]).results;
  assert.deepEqual(
    results.map((result) => [result.ruleId, result.level, placeOf(result)]),
    [
      ['connection/endpoints/drifted', 'error', 'server.yaml:9:7'],
      ['connection/endpoints/drifted', 'error', 'server.yaml:7:7'],
      ['resource/a/found', 'warning', 'server.yaml:20:1'],
      ['server/a/declared', 'error', 'server.yaml:41:5'],
      ['server/a/found', 'error', 'server.yaml:20:1'],
      ['server/a/found', 'error', 'server.yaml:20:1'],
      ['server/a/warned', 'warning', 'server.yaml:20:1'],
      ['proofkey/declaration-out-of-date', 'error', 'server.yaml:42:5'],
      ['proofkey/declaration-out-of-date', 'error', 'server.yaml:43:5'],
    ],
  );
  assert.match(
    results[4]?.message.text ?? '',
    /Variant: once\. Expected: a refusal\. Received: status 200\./,
  );
});

test('a declared deviation is suppressed, with its reason; nothing else is', () => {
  const suppressed = logOf([everyStanding()]).results.filter(
    ({ suppressions }) => suppressions !== undefined,
  );
  assert.deepEqual(
    suppressed.map(({ ruleId, suppressions }) => [ruleId, suppressions]),
    [
      [
        'server/a/declared',
        [
          {
            kind: 'external',
            status: 'accepted',
            justification: 'ticket 4711 · identity · until 2027-01-31',
          },
        ],
      ],
    ],
  );
});

test('what could not be decided is told of the run and is no result', () => {
  const [invocation] = logOf([everyStanding()], { exitCode: 1, harness: ['it fell over'] }).invocations;
  assert.equal(invocation?.executionSuccessful, false);
  assert.equal(invocation?.exitCode, 1);
  assert.deepEqual(
    invocation?.toolExecutionNotifications.map(({ level, associatedRule }) => [level, associatedRule?.id]),
    [
      ['error', undefined],
      ['warning', 'server/a/crashed'],
      ['note', 'server/a/undecided'],
    ],
  );
  const sound = logOf([sampleSubject([sampleResult('server/a/passed')])]);
  assert.equal(sound.invocations[0]?.executionSuccessful, true);
});

test('a rule is a requirement, with its clause, its severity and how to fix it', () => {
  const { tool, results } = logOf([everyStanding()]);
  const { rules } = tool.driver;
  for (const { ruleId, ruleIndex } of results) assert.equal(rules[ruleIndex]?.id, ruleId);
  const rule = rules.find(({ id }) => id === 'server/a/found');
  assert.equal(rule?.helpUri, 'https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2');
  assert.equal(rule?.properties['security-severity'], '9.5');
  assert.deepEqual(rule?.properties.tags, [
    'security',
    'oauth',
    'server',
    'server/a',
    'MUST',
    'RFC 9700 §4.5',
  ]);
  for (const part of [
    'something is stolen',
    'Asks twice',
    'Guard it',
    '](https://www.rfc-editor.org/rfc/rfc6749',
  ])
    assert.ok(rule?.help.markdown?.includes(part), part);
});

test('a fingerprint is the same in another run at another line, and another for each variant and subject', () => {
  const fingerprints = (subject: Subjects[number]) =>
    logOf([subject]).results.map(({ partialFingerprints }) => partialFingerprints['proofkey/v1']);
  const moved = { ...everyStanding(), places: { connection: 'server.yaml:3:1', server: 'server.yaml:99:1' } };
  assert.deepEqual(fingerprints(moved), fingerprints(everyStanding()));
  const all = [...fingerprints(everyStanding()), ...fingerprints({ ...everyStanding(), name: 'other' })];
  assert.equal(new Set(all).size, all.length);
});

test('a subject without a file has a name and no place', () => {
  const [result] = logOf([withoutFile()]).results;
  assert.deepEqual(result?.locations, [
    { logicalLocations: [{ fullyQualifiedName: 'built-in', kind: 'resource' }] },
  ]);
});

test('paths start at the root of the repository where that is known', () => {
  const [result] = logOf([everyStanding()], {}, '/').results;
  assert.equal(placeOf(result as Result), 'project/server.yaml:9:7');
});

test('a target makes no link', () => {
  for (const text of hostileTexts)
    for (const { message } of logOf([hostile(text)]).results) assert.doesNotMatch(message.text, /\]\(/);
});
