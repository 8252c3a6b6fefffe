import { escaped, layout } from './layout.js';

export interface LoginPage {
  clientName: string;
  csrf: string;
  loginHint?: string | undefined;
  problem?: string;
}

export function loginPage({ clientName, csrf, loginHint, problem }: LoginPage): string {
  const alert = problem === undefined ? '' : `<p class="problem" role="alert">${escaped(problem)}</p>`;
  return layout(
    'Sign in',
    `<h1>Sign in to continue to ${escaped(clientName)}</h1>${alert}
<form method="post">
<input type="hidden" name="csrf" value="${escaped(csrf)}">
<label>User name<input name="username" autocomplete="username" autofocus required value="${escaped(loginHint ?? '')}"></label>
<label>Password<input name="password" type="password" autocomplete="current-password" required></label>
<div class="actions"><button class="primary" name="action" value="login">Sign in</button></div>
</form>`,
  );
}
