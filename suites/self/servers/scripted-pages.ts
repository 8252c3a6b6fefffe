import type { Interceptor, Passage } from './mock-behind-proxy.js';

/**
 * The mock's pages rebuilt the way of single-page applications: no form, fields that script makes, buttons that send
 * nothing by themselves. `strange` is an address elsewhere that the pages try to reach in every way that they know.
 */
export function scriptedPages(strange: string): Interceptor {
  return (passage) => {
    if (passage.status >= 300 || !passage.responseHeaders['content-type']?.includes('html')) return undefined;
    const csrf = hidden(passage, 'csrf');
    const script = passage.responseBody.includes('name="password"') ? loginScript : approvalScript;
    const cookies = passage.responseHeaders['set-cookie'];
    return {
      status: passage.status,
      headers: { 'content-type': 'text/html', ...(cookies === undefined ? {} : { 'set-cookie': cookies }) },
      body: page(script.replaceAll('CSRF', JSON.stringify(csrf)), strange),
    };
  };
}

function hidden({ responseBody }: Passage, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(responseBody)?.[1] ?? '';
}

function page(script: string, strange: string): string {
  const host = strange.replace('http:', '');
  return `<!doctype html><html><head><title>App</title>
<link rel="preconnect" href="${strange}"><link rel="prefetch" href="${strange}/prefetch"><link rel="stylesheet" href="${strange}/style.css">
<script src="${strange}/script.js"></script></head>
<body><div id="app"></div><img src="${strange}/pixel.png"><iframe src="${strange}/frame.html"></iframe>
<script>
try { new WebSocket('ws:${host}/socket'); } catch {}
fetch('${strange}/fetch', { mode: 'no-cors' }).catch(() => {});
navigator.sendBeacon('${strange}/beacon', 'x');
const add = (tag, attributes) => document.getElementById('app').appendChild(Object.assign(document.createElement(tag), attributes));
setTimeout(() => { ${script} }, 50);
</script></body></html>`;
}

/** Logs in by fetch, and goes where that led. */
const loginScript = `
add('input', { name: 'username' });
add('input', { name: 'password', type: 'password' });
add('button', { type: 'button', textContent: 'Sign in' }).onclick = async () => {
  const value = (name) => document.querySelector('[name=' + name + ']').value;
  const body = new URLSearchParams({ csrf: CSRF, username: value('username'), password: value('password'), action: 'login' });
  await fetch(location.href, { method: 'POST', body });
  location.reload();
};`;

/** Answers with a form that did not exist before. */
const approvalScript = `
for (const [decision, textContent] of [['approve', 'Allow'], ['deny', 'Deny']])
  add('button', { type: 'button', textContent }).onclick = () => {
    const form = add('form', { method: 'post' });
    for (const [name, value] of [['csrf', CSRF], ['decision', decision]])
      form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    form.submit();
  };`;
