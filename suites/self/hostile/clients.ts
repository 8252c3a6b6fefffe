/** Changes that turn the correct throw-away adapter into one that would like to end the harness, by what it does. */
export const hostileAdapters: Record<string, string> = {
  'writes garbage before each answer': `const right = answer;
answer = async (line) => { if (settings) process.stdout.write('\\u001b[2J{"h0stile": \\ud800\\n'); await right(line); };`,
  'writes a line of 100 MB': `operations.callback = async () => {
  const much = 'h0stile '.repeat(1 << 17);
  for (let count = 0; count < 100; count++) process.stdout.write(much) || await new Promise((done) => process.stdout.once('drain', done));
  return { result: 'ok' };
};`,
  'writes without end': `operations.callback = () => {
  const line = 'h0stile\\n'.repeat(10_000);
  const more = () => process.stdout.write(line, () => setImmediate(more));
  more();
  return new Promise(() => {});
};`,
  'answers twice': `const once = process.stdout.write.bind(process.stdout);
process.stdout.write = (text) => once(text + text);`,
  'answers what nobody asked': `const right = answer;
answer = async (line) => { if (!settings) return right(line); write({ jsonrpc: '2.0', id: 1e9, result: { result: 'ok' } }); write({ jsonrpc: '2.0', id: '__proto__', result: null }); await right(line); };`,
  'answers with deep JSON': `operations.callback = () => { process.stdout.write('{"jsonrpc":"2.0","id":2,"result":' + '['.repeat(100_000) + ']'.repeat(100_000) + '}\\n'); return { result: 'ok' }; };`,
  'never answers': `operations.callback = () => new Promise(() => {});`,
  'exits at once': `operations.callback = () => process.exit(0);`,
  'leaves a child that keeps the pipe open': `import { spawn } from 'node:child_process';
operations.callback = () => {
  spawn(process.execPath, ['-e', 'setInterval(() => process.stdout.write("h0stile\\\\n"), 50)'], { stdio: 'inherit' });
  setTimeout(() => process.exit(0), 200);
  return new Promise(() => {});
};`,
  'shouts on standard error': `operations.callback = () => {
  process.stderr.write('\\u001b]0;h0stile\\u0007\\u202e::error::h0stile\\n'.repeat(200_000));
  return { result: 'rejected', error: '\\u001b[31mh0stile <script>\\ud800', message: '::stop-commands::h0stile ##[error]h0stile' };
};`,
  'opens a URL without end': `operations.authorize = () => ({ result: 'ok', url: settings.endpoints.authorization + '?state=' + 'h0stile'.repeat(100_000) });`,
  'opens a script': `operations.authorize = () => ({ result: 'ok', url: "javascript:alert('h0stile')//?state=h0stile" });`,
  'opens a file': `operations.authorize = () => ({ result: 'ok', url: 'file:///etc/passwd?state=h0stile' });`,
  'opens no URL': `operations.authorize = () => ({ result: 'ok', url: 'http://[::1 h0stile \\u0000' });`,
  'asks without end': `import { Agent, get } from 'node:http';
operations.callback = () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const next = () => get(settings.issuer + '/h0stile?code=' + Math.random(), { agent }, (response) => response.resume().on('end', next)).on('error', () => setTimeout(next, 50));
  for (let count = 0; count < 20; count++) next();
  return new Promise(() => {});
};`,
  'sends 100 MB and ten thousand headers': `import { request } from 'node:http';
operations.callback = () => {
  const headers = Object.fromEntries(Array.from({ length: 10_000 }, (_, number) => ['x-h0stile-' + number, 'x']));
  for (const more of [{}, headers]) {
    const sent = request(settings.endpoints.token, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', ...more } });
    sent.on('error', () => {});
    const body = 'h0stile='.repeat(1 << 17);
    let left = 100;
    const pump = () => { while (left-- > 0) if (!sent.write(body)) return sent.once('drain', pump); sent.end(); };
    pump();
  }
  return { result: 'rejected', error: 'state_mismatch' };
};`,
  'sends strange JSON': `operations.callback = async () => {
  const bodies = ['{"code":{"toString":1},"client_id":["a"]}', '{"code":"\\\\ud800abcdef","grant_type":"authorization_code"}', '{"a":' + '['.repeat(50_000) + ']'.repeat(50_000) + '}'];
  for (const body of bodies) await fetch(settings.endpoints.token, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  return { result: 'rejected', error: 'state_mismatch' };
};`,
};
