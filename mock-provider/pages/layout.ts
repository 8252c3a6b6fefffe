import { createHash } from 'node:crypto';

const style = `
:root{color-scheme:light dark;--ink:#1c2430;--paper:#fff;--ground:#eef1f5;--line:#c9d1dc;--key:#1f4fd8;--soft:#5a6675;--bad:#a51d1d}
@media(prefers-color-scheme:dark){:root{--ink:#e8ecf2;--paper:#1a2029;--ground:#10141a;--line:#39434f;--key:#8fb0ff;--soft:#9aa7b6;--bad:#ff9c9c}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{width:100%;max-width:26rem;background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:2rem}
h1{font-size:1.35rem;line-height:1.3;margin:0 0 1rem}p{margin:0 0 1rem}label{display:block;margin:0 0 1rem;font-weight:600}
input{display:block;width:100%;margin-top:.25rem;padding:.6rem .7rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:8px}
ul{margin:0 0 1rem;padding:0;list-style:none;border:1px solid var(--line);border-radius:8px}li{padding:.5rem .8rem}li+li{border-top:1px solid var(--line)}
.actions{display:flex;gap:.75rem}button{flex:1;padding:.65rem;font:inherit;font-weight:600;border-radius:8px;border:1px solid var(--line);background:transparent;color:inherit;cursor:pointer}
button.primary{background:var(--key);border-color:var(--key);color:var(--paper)}:focus-visible{outline:3px solid var(--key);outline-offset:2px}
.soft{color:var(--soft)}.problem{color:var(--bad);font-weight:600}code{overflow-wrap:anywhere}
`;
const styleHash = createHash('sha256').update(style).digest('base64');

/** Makes a value harmless in text and in quoted attributes. */
export function escaped(value: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    '`': '&#96;',
  };
  return value.replace(/[&<>"'`]/g, (character) => entities[character] as string);
}

/** A whole page; `title` is text, `content` is HTML that its maker has escaped. */
export function layout(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><main>${content}</main></body></html>`;
}

/**
 * No script, no frame, nothing loaded. A form may lead to this server and on to the redirect URI, which browsers
 * count as part of the submission.
 */
export function contentSecurityPolicy(redirectUri?: string): string {
  const target = redirectUri === undefined ? '' : ` ${sourceOf(redirectUri)}`;
  return `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'${target}`;
}

function sourceOf(uri: string): string {
  const { origin, protocol } = new URL(uri);
  return origin === 'null' ? protocol : origin;
}
