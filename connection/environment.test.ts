// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is the notation under test.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveEnvironment } from './environment.js';
import { loadSample, problemsThrown } from './sample-file.js';

const text = `version: 1
connection:
  id: default
  provider: example
  title: Example
  auth:
    type: oauth
    issuer: http://127.0.0.1:9000
    clientId: \${CLIENT_ID}
    clientSecret: \${CLIENT_SECRET}
server:
  login:
    fields:
      username: \${USER}@example.test
      password: \${PASSWORD}
  clients:
    signer:
      clientId: signer
      privateKey: \${PRIVATE_KEY}
    inline:
      clientId: inline
      privateKey: { kty: EC, d: "\${D}" }
`;
const env = {
  CLIENT_ID: 'abc',
  CLIENT_SECRET: '$& ${PASSWORD} $1',
  USER: 'ann',
  PASSWORD: 'p',
  PRIVATE_KEY: '{"kty":"EC"}',
  D: 'key',
};

test('references in credential and login fields are replaced, once', () => {
  const subject = resolveEnvironment(loadSample(text), env);
  assert.equal(subject.connection?.auth.clientId, 'abc');
  assert.equal(subject.connection?.auth.clientSecret, '$& ${PASSWORD} $1');
  assert.deepEqual(subject.server?.login, { fields: { username: 'ann@example.test', password: 'p' } });
  assert.equal(subject.server?.clients?.signer?.privateKey, '{"kty":"EC"}');
  assert.deepEqual(subject.server?.clients?.inline?.privateKey, { kty: 'EC', d: 'key' });
});

test('the loaded subject stays as it was', () => {
  const loaded = loadSample(text);
  const before = structuredClone(loaded.subject);
  const resolved = resolveEnvironment(loaded, env);
  assert.deepEqual(loaded.subject, before);
  assert.notEqual(
    resolved.server?.clients?.signer?.redirectUrls,
    loaded.subject.server?.clients?.signer?.redirectUrls,
  );
});

test('loading does not read the environment', () => {
  process.env.PROOFKEY_TEST_ID = 'from the environment';
  try {
    const loaded = loadSample(text.replace('CLIENT_ID', 'PROOFKEY_TEST_ID'));
    assert.equal(loaded.subject.connection?.auth.clientId, '${PROOFKEY_TEST_ID}');
  } finally {
    delete process.env.PROOFKEY_TEST_ID;
  }
});

test('each variable that is unset or empty is reported where it stands', () => {
  const loaded = loadSample(text);
  const problems = problemsThrown(() =>
    resolveEnvironment(loaded, { ...env, PASSWORD: '', CLIENT_ID: undefined }),
  );
  assert.deepEqual(problems, [
    `9:5 connection.auth.clientId: the environment variable CLIENT_ID is not set, so this field has no value; set CLIENT_ID, for example: CLIENT_ID=… npx proofkey run ${loaded.file}`,
    `15:7 server.login.fields.password: the environment variable PASSWORD is empty, so this field has no value; set PASSWORD, for example: PASSWORD=… npx proofkey run ${loaded.file}`,
  ]);
});

const program = `version: 1
client:
  clientSecret: \${CLIENT_SECRET}
  driver:
    exec:
      login: { command: [a, "{issuer}"], environment: { A: "\${USER}", ISSUER: "{issuer}", B: "\${TRICKY}{port}" } }
      browser: program
`;

test("references in the environment of a client's program are replaced, and what they hold is no placeholder", () => {
  const { client } = resolveEnvironment(loadSample(program), { ...env, TRICKY: '{issuer} ${A} {{b}}' });
  assert.equal(client?.clientSecret, env.CLIENT_SECRET);
  assert.ok(client !== undefined && 'exec' in client.driver);
  const { command, environment } = client.driver.exec.login;
  assert.deepEqual(command, ['a', '{issuer}']);
  assert.deepEqual(environment, { A: 'ann', ISSUER: '{issuer}', B: '{{issuer}} ${{A}} {{{b}}}{port}' });
});

test('what every object inherits is not a variable', () => {
  const loaded = loadSample(text.replace('{CLIENT_ID}', '{toString}'));
  assert.match(problemsThrown(() => resolveEnvironment(loaded, env)).join(), /^9:5 .*toString is not set/);
});

test('a private key that is no JSON object is reported without its value', () => {
  const loaded = loadSample(text);
  const problems = problemsThrown(() => resolveEnvironment(loaded, { ...env, PRIVATE_KEY: 'hush' }));
  assert.equal(problems.length, 1);
  assert.match(problems.join(), /^19:7 server\.clients\.signer\.privateKey: .*JWK/);
  assert.doesNotMatch(problems.join(), /hush/);
});
