import { createHash } from 'node:crypto';
import { contentSecurityPolicy, escaped, hiddenFields, layout } from './layout.js';

const script = 'document.forms[0].submit()';
const scriptHash = createHash('sha256').update(script).digest('base64');

/**
 * Brings an authorization response to the client by a POST of the browser (OAuth 2.0 Form Post Response Mode §2). The
 * button is for browsers without script; it has no name, so that it adds nothing to the response.
 */
export function formPostPage(redirectUri: string, parameters: Readonly<Record<string, string>>): string {
  return layout(
    'Back to the application',
    `<form method="post" action="${escaped(redirectUri)}">${hiddenFields(parameters)}
<p>You are on your way back to the application.</p>
<div class="actions"><button class="primary">Continue</button></div>
</form><script>${script}</script>`,
  );
}

/** As for the other pages, and the one script. */
export function formPostPolicy(redirectUri: string): string {
  return `${contentSecurityPolicy(redirectUri)}; script-src 'sha256-${scriptHash}'`;
}
