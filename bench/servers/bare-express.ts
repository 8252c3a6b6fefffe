import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { generateKeyPair, SignJWT } from 'jose';

/** The least that a person would write: a code for everybody, and the access token that the mock signs too. */
const { privateKey } = await generateKeyPair('ES256');
const app = express();
const codes = new Set<string>();

app.get('/authorize', (request, response) => {
  const code = randomBytes(32).toString('base64url');
  codes.add(code);
  const location = new URL(String(request.query.redirect_uri));
  location.searchParams.set('code', code);
  location.searchParams.set('state', String(request.query.state));
  response.redirect(303, location.href);
});

app.post('/token', express.urlencoded({ extended: false }), async (request, response) => {
  if (!codes.delete(String(request.body.code))) {
    response.status(400).json({ error: 'invalid_grant' });
    return;
  }
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: 'bench',
    sub: 'alice',
    aud: 'resource',
    client_id: 'demo',
    scope: 'read',
    iat: now,
    exp: now + 3600,
    jti: randomBytes(32).toString('base64url'),
  };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
    .sign(privateKey);
  response
    .set('cache-control', 'no-store')
    .json({ access_token: token, token_type: 'Bearer', expires_in: 3600, scope: 'read' });
});

const server = app.listen(0, '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
