/** Of all pages. Colours keep a contrast of 4.5 to 1 for text and 3 to 1 for what is operated, light and dark. */
export const style = `
:root{color-scheme:light dark;--ink:#17202e;--soft:#566274;--paper:#fff;--ground:#eef1f6;--line:#d5dce6;--edge:#838fa0;--key:#2348c9;--on-key:#fff;--tint:#eaf0ff;--bad:#a3161f;--bad-tint:#fdecec}
@media(prefers-color-scheme:dark){:root{--ink:#e9edf4;--soft:#a3afbf;--paper:#171d26;--ground:#0d1117;--line:#2d3643;--edge:#75828f;--key:#93b2ff;--on-key:#0d1530;--tint:#1c2740;--bad:#ffa3a3;--bad-tint:#3a1a1d}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;min-height:100dvh;display:grid;grid-template-rows:1fr auto;justify-items:center;align-items:center;gap:1rem;padding:1.25rem 1rem;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI",sans-serif}
main{width:100%;max-width:27rem;background:var(--paper);border:1px solid var(--line);border-radius:16px;padding:2rem;box-shadow:0 1px 2px #0b14281a,0 12px 32px -12px #0b142840;overflow-wrap:anywhere}
@media(max-width:28rem){main{padding:1.5rem 1.25rem}}
footer{font-size:.8125rem;color:var(--soft);text-align:center}
h1{font-size:1.375rem;line-height:1.3;letter-spacing:-.01em;margin:0 0 1.25rem}h2{font-size:.875rem;color:var(--soft);margin:0 0 .5rem}p{margin:0 0 1.25rem}
.mark{display:grid;place-items:center;width:3rem;height:3rem;margin:0 0 1rem;border-radius:12px;background:var(--tint);color:var(--key);font-size:1.375rem;font-weight:700}
label{display:block;margin:0 0 1.125rem;font-weight:600;font-size:.9375rem}
input{display:block;width:100%;margin-top:.375rem;padding:.6875rem .75rem;font:inherit;font-weight:400;font-size:1rem;color:inherit;background:transparent;border:1px solid var(--edge);border-radius:10px}
input[aria-invalid]{border-color:var(--bad);box-shadow:inset 0 0 0 1px var(--bad)}
ul{margin:0 0 1.25rem;padding:0;list-style:none;border:1px solid var(--line);border-radius:12px}li{padding:.75rem .875rem}li+li{border-top:1px solid var(--line)}
li:has(strong){display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:0 1rem}li strong{font-weight:600}main>:last-child{margin-bottom:0}li span,.soft{color:var(--soft);font-size:.875rem}
.to{padding:.75rem .875rem;border-radius:12px;background:var(--tint);font-size:.9375rem}
.actions{display:flex;gap:.75rem}button{flex:1;min-height:2.875rem;padding:.625rem 1rem;font:inherit;font-weight:600;border-radius:10px;border:1px solid var(--edge);background:transparent;color:inherit;cursor:pointer}
button:hover{background:var(--tint)}button.primary{background:var(--key);border-color:var(--key);color:var(--on-key)}button.primary:hover{filter:brightness(1.1)}
:focus-visible{outline:3px solid var(--key);outline-offset:2px}
.account{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem;margin:1.5rem 0 0;padding:1rem 0 0;border-top:1px solid var(--line);font-size:.875rem;color:var(--soft)}.account p{margin:0;flex:1 1 12rem}
.account button{flex:none;min-height:2.25rem;padding:.25rem .75rem;font-size:.875rem}
.problem{padding:.75rem .875rem;border-radius:10px;background:var(--bad-tint);color:var(--bad);font-weight:600}code{font:.875em ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
`;
