import { connect } from 'node:net';

/**
 * Sends bytes as they are and returns the status of the answer; 0 when the connection ended without one. For what
 * no HTTP client lets out.
 */
export function rawStatus(address: string, bytes: string | Buffer): Promise<number> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    const finish = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Number(/^HTTP\/1\.[01] (\d{3})/.exec(received)?.[1] ?? 0));
    };
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no answer in time to ${bytes.toString().slice(0, 80)}`));
    }, 5000);
    socket.setEncoding('latin1').on('data', (chunk) => {
      received += chunk;
      if (received.includes('\r\n')) finish();
    });
    // A reset while we still send a large body is an answer too: what came before it counts.
    socket.on('error', finish).on('close', finish);
  });
}

interface RawRequest {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** An HTTP/1.1 request without any care for what is allowed in one. */
export function rawRequest({ method = 'GET', path = '/', headers = {}, body }: RawRequest): Buffer {
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  const all = { Host: '127.0.0.1', Connection: 'close', ...length, ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const head = Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  return Buffer.concat([head, Buffer.from(body ?? '')]);
}
