import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { validateShape } from '../validate-shape.js';
import { importConnection } from './import-connection.js';
import { ImportError } from './import-error.js';
import { renderManifest } from './render-manifest.js';
import { parseSource } from './source/parse-source.js';

async function refusal(text: string, file: string): Promise<string> {
  const error = await importConnection(text, { file }).then(
    () => assert.fail('nothing was thrown'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ImportError, String(error));
  return error.message;
}

describe('hostile input', () => {
  const endings = ['json', 'yaml', 'ts', 'txt'];

  for (const ending of endings)
    it(`nothing at all, as .${ending}`, async () => {
      for (const text of ['', ' \n\t', '\uFEFF'])
        assert.equal(
          await refusal(text, `a.${ending}`),
          `a.${ending} is empty, so there is nothing to import`,
        );
    });

  for (const ending of endings)
    it(`brackets nested a hundred thousand deep, as .${ending}`, async () => {
      const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
      assert.match(await refusal(deep, `a.${ending}`), /nested|Tried/);
    });

  it('an object nested a hundred thousand deep in what a dialect reads', async () => {
    const deep = `{"type":"oauth2","oauth2":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`;
    assert.match(await refusal(deep, 'a.json'), /nested too deeply/);
  });

  for (const [ending, mebibytes] of [
    ['json', 16],
    ['yaml', 2],
    ['ts', 1],
    ['txt', 1],
  ] as const)
    it(`more than ${mebibytes} MiB, as .${ending}`, async () => {
      const text = `{"a":"${'x'.repeat(mebibytes * 1024 * 1024)}`;
      assert.match(
        await refusal(text, `a.${ending}`),
        new RegExp(`larger than the ${mebibytes} MiB that are read`),
      );
    });

  it('text on which the parser would spend hours', async () => {
    const started = Date.now();
    await assert.rejects(
      parseSource('a.ts', `${'async <T>(a='.repeat(40)}1${')'.repeat(40)}`, 500),
      (error) => error instanceof ImportError && /took longer than 0\.5 seconds/.test(error.message),
    );
    assert.ok(Date.now() - started < 5000);
  });

  it('constants that double each other', async () => {
    const doubled = (form: (name: string) => string): string =>
      Array.from({ length: 40 }, (_, index) => `const a${index + 1} = ${form(`a${index}`)};`).join('\n');
    for (const text of [
      `const a0 = ['x'];\n${doubled((name) => `[...${name}, ...${name}]`)}`,
      `const a0 = ['x'];\n${doubled((name) => `{ p: ${name}, q: ${name} }`)}`,
      'const a40 = a40;',
      'const a40 = { ...a40 };',
    ])
      assert.match(
        await refusal(
          `${text}\nwireOAuth2Credential(a40);\ncharmiq.oauth.getValidAuth({ scopes: a40 });`,
          'a.ts',
        ),
        /more than one notation/,
      );
  });

  it('syntax errors have a place, and quote nothing', async () => {
    const secret = 'secret-4711';
    assert.match(
      await refusal(`{\n  "a": "${secret}"\n  "b": 1 }`, 'a.json'),
      /^a\.json:3:3: is not JSON from here on/,
    );
    assert.match(await refusal(`a: "${secret}\nb: [`, 'a.yaml'), /^a\.yaml:\d+:\d+: /);
    assert.match(
      await refusal(`const a = '${secret}';\nconst = }`, 'a.ts'),
      /^a\.ts:2:\d+: is not JavaScript or TypeScript/,
    );
    assert.match(
      await refusal(`const a = "${secret}\n}}}`, 'a.txt'),
      /neither JSON nor YAML nor JavaScript or TypeScript/,
    );
    for (const [file, text] of [
      ['a.json', `{ "a": ${secret} }`],
      ['a.yaml', `? ${secret}: [`],
      ['a.ts', `const ${secret} = '`],
    ] as const)
      assert.doesNotMatch(await refusal(text, file), /4711/);
  });

  it('several documents in one file', async () => {
    assert.match(await refusal('a: 1\n---\nb: 1\n', 'a.yaml'), /^a\.yaml:2:1: a second document begins here/);
  });

  it('aliases that expand into millions', async () => {
    const lines = Array.from(
      { length: 9 },
      (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}]`,
    );
    assert.match(
      await refusal(`a0: &a0 [x]\n${lines.join('\n')}\n`, 'a.yaml'),
      /too many values|more than .* deep/,
    );
  });

  it('source text with a syntax error is read around it, and that is said', async () => {
    const text = `const a = 1; const a = 2;\n({ id: 'x', provider: 'p', title: 't', auth: { type: 'none' } })`;
    const { connections, notCarriedOver } = await importConnection(text, { file: 'a.ts' });
    assert.equal(connections[0]?.id, 'x');
    assert.equal(notCarriedOver[0]?.line, 1);
    assert.match(notCarriedOver[0]?.message ?? '', /has a syntax error/);
  });
});

describe('keys called like members of every object', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

  it('are keys like any other in JSON, and change no prototype', async () => {
    const parameters = names.map((name) => `"${name}": "x"`).join(', ');
    const text = `{ "name": "a", "secretId": "s", "__proto__": { "polluted": true }, "authorizationUrl": "https://as.example/a",
      "tokenUrl": "https://as.example/t", "scopes": [], "additionalParams": { ${parameters} } }`;
    const imported = await importConnection(text, { file: 'a.json' });
    const params = imported.connections[0]?.auth.authorizationParams ?? {};
    assert.deepEqual(Object.keys(params), names);
    assert.equal(Object.getPrototypeOf(params), Object.prototype);
    assert.ok(imported.notCarriedOver.some(({ about }) => about === '__proto__'));
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
    const manifest = renderManifest(imported, 'a.json');
    for (const name of names) assert.match(manifest, new RegExp(`^ +${name}: x$`, 'm'));
  });

  it('find nothing when they are values that are looked up', async () => {
    for (const name of names) {
      const flow = JSON.stringify({
        swagger: '2.0',
        securityDefinitions: { a: { type: 'oauth2', flow: name } },
      });
      assert.match(await refusal(flow, 'a.json'), /which is none that Swagger 2 has/);
      const scheme = JSON.stringify({ swagger: '2.0', securityDefinitions: { [name]: { type: name } } });
      assert.match(await refusal(scheme, 'a.json'), /is no security scheme of type oauth2/);
      const grant = JSON.stringify({ type: 'oauth2', oauth2: { grant_type: name } });
      assert.match(await refusal(grant, 'a.json'), /which is none that is known here/);
    }
  });

  it('are not taken from the prototype of source objects', async () => {
    const text = `const o = { a: 1 };
      ({ id: o.constructor, provider: o.__proto__, title: 't', auth: { type: 'none', ['__proto__']: {} } })`;
    const { connections, notCarriedOver } = await importConnection(text, { file: 'a.js' });
    assert.equal(connections[0]?.id, 'default');
    assert.deepEqual(
      notCarriedOver.map(({ about }) => about),
      ['id', 'provider', 'auth.__proto__'],
    );
  });
});

describe('names that would write into the manifest', () => {
  it('stay in their comment', async () => {
    const name = 'x\nconnection: { id: stolen }\u2028\u0085#';
    const text = JSON.stringify({
      type: 'oauth2',
      oauth2: [
        { key: 'authUrl', value: 'https://as.example/a' },
        { key: name, value: '{{v\nversion: 2}}' },
        { key: 'grant_type', value: 'authorization_code' },
      ],
      variable: [{ key: 'v\nversion: 2', value: 'y' }],
    });
    const manifest = renderManifest(await importConnection(text, { file: 'a\nb: 1.json' }), 'a\nb: 1.json');
    const { connection, ...rest } = parse(manifest) as { connection: { id: string } };
    assert.deepEqual(rest, { version: 1 });
    assert.equal(connection.id, 'as.example');
    assert.deepEqual(validateShape({ version: 1, connection }).objections, []);
  });
});
