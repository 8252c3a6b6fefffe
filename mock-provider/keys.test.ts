import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importJWK, jwtVerify } from 'jose';
import { SigningKey, signingAlgorithms } from './keys.js';

for (const algorithm of signingAlgorithms) {
  test(`${algorithm}: what is signed verifies against the published key, and nothing else does`, async () => {
    const key = await SigningKey.generate(algorithm);
    const published = await importJWK(key.publicJwk, algorithm);
    const token = await key.sign({ sub: 'älice', n: 1 }, 'at+jwt');
    const { payload, protectedHeader } = await jwtVerify(token, published, { algorithms: [algorithm] });
    assert.deepEqual(payload, { sub: 'älice', n: 1 });
    assert.deepEqual(protectedHeader, { alg: algorithm, typ: 'at+jwt', kid: key.publicJwk.kid });
    const other = await importJWK((await SigningKey.generate(algorithm)).publicJwk, algorithm);
    await assert.rejects(jwtVerify(token, other));
    assert.equal('d' in key.publicJwk, false, 'the private part is not published');
  });
}
