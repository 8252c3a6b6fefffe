import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { startMockProvider } from './index.js';
import { rawRequest, rawStatus } from './testing/raw-request.js';
import { codeRequest, send } from './testing/relying-party.js';

const provider = await startMockProvider({ approval: 'automatic' });
after(() => provider.close());

const form = 'application/x-www-form-urlencoded';

test('a body of 10 MB is refused, and so is one that unpacks to 10 MB', async () => {
  const large = 'a'.repeat(10_000_000);
  const plain = rawRequest({
    method: 'POST',
    path: '/token',
    headers: { 'Content-Type': form },
    body: large,
  });
  assert.ok((await rawStatus(provider.address, plain)) < 500);
  const headers = { 'Content-Type': form, 'Content-Encoding': 'gzip' };
  const packed = rawRequest({ method: 'POST', path: '/token', headers, body: gzipSync(large) });
  assert.equal(await rawStatus(provider.address, packed), 413);
});

test('a body of 100 MB in chunks is refused, and nothing of it is kept', async () => {
  const megabyte = Buffer.alloc(1 << 20, 'a');
  const before = process.memoryUsage().rss;
  const { answered } = await written(
    'POST /token HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n',
    () => Buffer.concat([Buffer.from('100000\r\n'), megabyte, Buffer.from('\r\n')]),
    '0\r\n\r\n',
  );
  assert.match(answered, /^HTTP\/1\.1 413 /);
  // What we send is in this process, too: a piece at a time.
  const grown = process.memoryUsage().rss - before;
  assert.ok(grown < 80 << 20, `${grown >> 20} MB more`);
  assert.equal((await send(`${provider.address}/_proofkey/health`)).status, 200);
});

test('headers without end are refused, whether they come fast or are too many', async () => {
  const line = Buffer.from('X-Header: x\r\n'.repeat(1000));
  const { taken } = await written('GET /authorize HTTP/1.1\r\nHost: x\r\n', () => line);
  assert.ok(taken < 20 << 20, `${taken >> 20} MB were taken`);
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, number) => [`x-${number}`, 'x']));
  assert.equal(await rawStatus(provider.address, rawRequest({ path: '/token', headers: many })), 431);
});

test('whoever sends nothing, or a byte now and then, keeps nobody from being served', async (t) => {
  const { hostname, port } = new URL(provider.address);
  const slow = Array.from({ length: 200 }, () => connect(Number(port), hostname));
  t.after(() => {
    for (const socket of slow) socket.destroy();
  });
  for (const [index, socket] of slow.entries()) {
    socket.on('error', () => {});
    socket.write(
      index % 2 === 0 ? 'GET /' : 'POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\na',
    );
  }
  assert.ok((await codeRequest(provider.issuer)).code);
});

/** Writes pieces until the other side has had enough, or a hundred: the bytes that it took, and what it said. */
async function written(
  start: string,
  piece: () => Buffer,
  end = '',
): Promise<{ taken: number; answered: string }> {
  const { hostname, port } = new URL(provider.address);
  const socket = connect(Number(port), hostname);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  let answered = '';
  socket
    .on('error', () => {})
    .on('data', (data) => {
      answered += data.toString('latin1');
    });
  socket.write(start);
  for (let count = 0; count < 100 && !socket.destroyed; count++) {
    const full = !socket.write(piece());
    const drained = new Promise((resolve) => (full ? socket.once('drain', resolve) : setImmediate(resolve)));
    await Promise.race([closed, drained, stalled()]);
  }
  const answer = new Promise((resolve) => socket.once('data', resolve));
  socket.write(end);
  if (answered === '') await Promise.race([closed, answer, stalled()]);
  socket.destroy();
  await closed;
  return { taken: socket.bytesWritten, answered };
}

/** Nobody takes anything any more. */
function stalled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 3000).unref());
}
