import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ruleCatalogue } from '../../connection/manifest/rule-catalogue.js';
import { publishedSarifSchema } from '../sarif/sample-schema.js';
import { sampleReport } from './sample-report.js';
import { sarifFindings } from './sarif.js';

interface Log {
  runs: {
    tool: { driver: { rules: { id: string }[] } };
    invocations: { executionSuccessful: boolean; toolExecutionNotifications: unknown[] }[];
    results: { ruleId: string; ruleIndex: number; level: string; fixes?: unknown; locations: unknown[] }[];
  }[];
}

const text = sarifFindings(sampleReport);
const log = JSON.parse(text) as Log;
const [run] = log.runs;

test('it is valid by the schema of SARIF 2.1.0, with findings and without', () => {
  const validate = publishedSarifSchema();
  for (const one of [log, JSON.parse(sarifFindings({ ...sampleReport, files: [] }))]) {
    validate(one);
    assert.deepEqual(validate.errors ?? [], []);
  }
  assert.equal(validate({ version: '2.1.0', runs: [{}] }), false, 'the schema refuses what is wrong');
});

test('results have their rule, level and place', () => {
  const results = run?.results ?? [];
  assert.deepEqual(
    results.map(({ ruleId, level }) => [ruleId, level]),
    [
      ['unknown-key', 'error'],
      ['redirect-localhost', 'warning'],
      ['scope-list', 'note'],
    ],
  );
  for (const { ruleId, ruleIndex } of results) assert.equal(run?.tool.driver.rules[ruleIndex]?.id, ruleId);
  assert.deepEqual(results[1]?.locations, [
    {
      physicalLocation: {
        artifactLocation: { uri: 'connections/a%20b%2Cc%3A100%25.yaml', uriBaseId: '%SRCROOT%' },
        region: { startLine: 7, startColumn: 9 },
      },
      logicalLocations: [{ fullyQualifiedName: 'connection.auth', kind: 'member' }],
    },
  ]);
});

test('a safe change is a fix', () => {
  const [, , fixable] = run?.results ?? [];
  assert.deepEqual(fixable?.fixes, [
    {
      artifactChanges: [
        {
          artifactLocation: { uri: 'connections/a%20b%2Cc%3A100%25.yaml', uriBaseId: '%SRCROOT%' },
          replacements: [
            { deletedRegion: { charOffset: 100, charLength: 4 }, insertedContent: { text: 'ab' } },
          ],
        },
      ],
    },
  ]);
});

test('a file that could not be read is told of the run, which did not succeed', () => {
  assert.equal(run?.invocations[0]?.executionSuccessful, false);
  assert.deepEqual(run?.invocations[0]?.toolExecutionNotifications, [
    {
      descriptor: { id: 'unreadable-file' },
      level: 'error',
      message: { text: 'there is no such file. Give its path' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'file:///elsewhere/%C3%A9.yaml' } } }],
    },
  ]);
});

test('every rule is described', () => {
  assert.deepEqual(
    run?.tool.driver.rules.map(({ id }) => id),
    ruleCatalogue.map(({ id }) => id),
  );
});

test('nothing in it steers a terminal', () => {
  assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
});
