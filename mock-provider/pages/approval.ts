import { escaped, layout } from './layout.js';

export interface ApprovalPage {
  clientName: string;
  user: string;
  scope: string[];
  hidden: Record<string, string>;
}

export function approvalPage({ clientName, user, scope, hidden }: ApprovalPage): string {
  const scopes = scope.map((value) => `<li>${escaped(value)}</li>`).join('');
  const fields = Object.entries(hidden)
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('');
  return layout(
    'Allow access?',
    `<h1>Allow ${escaped(clientName)} to access your account?</h1>
<p class="soft">You are signed in as ${escaped(user)}.</p>
${scope.length > 0 ? `<p>It asks for:</p><ul>${scopes}</ul>` : ''}
<form method="post">${fields}
<div class="actions"><button name="decision" value="deny">Deny</button><button class="primary" name="decision" value="approve">Allow</button></div>
</form>`,
  );
}
