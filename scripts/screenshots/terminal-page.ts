/** What a terminal shows, as a page: the colors of its SGR sequences become classes. */
export function terminalPage(output: string): string {
  const escaped = output.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an SGR sequence begins with one
  const painted = escaped.replace(/\u001b\[(\d+)m/g, (_sequence, code: string) =>
    closing.has(code) ? '</span>' : `<span class="s${code}">`,
  );
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><pre>${painted}</pre>`;
}

/** Codes that end a color or a weight. */
const closing = new Set(['0', '22', '39', '49']);

const style = `
body { margin: 0; background: #14181f; }
pre { margin: 0; padding: 24px 28px; color: #dbe1ea; font: 14px/1.45 ui-monospace, "DejaVu Sans Mono", monospace;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.s1 { font-weight: 700; } .s2 { color: #8f9bab; } .s31 { color: #ff7b7b; } .s32 { color: #6fd08c; }
.s33 { color: #e8c468; } .s36 { color: #74c7d6; }`;
