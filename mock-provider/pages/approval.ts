import { destinationOf } from './destination.js';
import { escaped, foreign, hiddenFields, layout } from './layout.js';
import { mark } from './mark.js';
import { meaningOf } from './scopes.js';

export interface ApprovalPage {
  clientName: string;
  clientId: string;
  /** Name and user name of who is signed in. */
  user: { name: string; username: string };
  scope: string[];
  redirectUri: string;
  csrf: string;
  /** Further hidden fields. */
  hidden: Record<string, string>;
}

export function approvalPage(page: ApprovalPage): string {
  const { clientName, clientId, scope, csrf, hidden } = page;
  const named =
    clientName === clientId ? '' : `<p class="soft">Registered as <code>${foreign(clientId)}</code>.</p>`;
  return layout(
    'Allow access?',
    `${mark(clientName)}<h1>Allow ${foreign(clientName)} to access your account?</h1>${named}
${scope.length > 0 ? `<h2>It asks to</h2><ul>${scope.map(scopeItem).join('')}</ul>` : ''}
${destination(page.redirectUri)}
<form method="post">${hiddenFields({ csrf, ...hidden })}
<div class="actions"><button name="decision" value="deny">Deny</button><button class="primary" name="decision" value="approve">Allow</button></div>
</form>
${account(page)}`,
  );
}

function scopeItem(scope: string): string {
  const meaning = meaningOf(scope);
  if (meaning === undefined)
    return `<li><strong>${foreign(scope)}</strong><span>known to the application only</span></li>`;
  return `<li><strong>${meaning}</strong><span><code>${escaped(scope)}</code></span></li>`;
}

function destination(redirectUri: string): string {
  const { name, what } = destinationOf(redirectUri);
  return `<p class="to">Either answer takes you to <strong>${foreign(name)}</strong>, ${what}.</p>`;
}

/** Behind the decision, so that the first form of the page stays the one that decides. */
function account({ user, csrf }: ApprovalPage): string {
  return `<form method="post" class="account">${hiddenFields({ csrf })}
<p>Signed in as <strong>${foreign(user.name)}</strong> (${foreign(user.username)}). Not you?</p>
<button name="action" value="switch-account">Switch account</button></form>`;
}
