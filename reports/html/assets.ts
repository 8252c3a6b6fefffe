import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Html, html } from './markup.js';

const styles = ['report.css', 'tables.css', 'exchange.css', 'narrow-and-print.css'];
const scripts = ['common.browser.js', 'page.browser.js', 'report.browser.js'];

/**
 * Elements for the head: the policy, which must come first, the style and the script. The report loads nothing, and its
 * policy lets nothing else run.
 */
export function readAssets(): Html {
  const style = styles.map(asset).join('');
  const script = scripts.map(asset).join('');
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}'`,
    // The empty icon; without it a browser asks the host of the report for one.
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <link rel="icon" href="data:,">
    <style>${new Html(style)}</style>
    <script>${new Html(script)}</script>`;
}

/** A file of ours beside this one. It must not end its own element. */
function asset(name: string): string {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8').replaceAll('\r\n', '\n');
  if (/<\/(?:style|script)/i.test(text)) throw new Error(`${name} must not hold an end tag`);
  return text;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
