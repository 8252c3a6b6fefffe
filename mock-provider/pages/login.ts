import { escaped, foreign, hiddenFields, layout } from './layout.js';
import { mark } from './mark.js';

export interface LoginPage {
  clientName: string;
  csrf: string;
  /** What the user name field begins with: the client's hint, or what was typed before. */
  username?: string | undefined;
  /** Why the last attempt failed. */
  problem?: string;
}

export function loginPage({ clientName, csrf, username = '', problem }: LoginPage): string {
  const wrong = problem === undefined ? '' : ' aria-invalid="true" aria-describedby="problem"';
  const alert =
    problem === undefined ? '' : `<p class="problem" id="problem" role="alert">${escaped(problem)}</p>`;
  const [first, second] = username === '' ? [' autofocus', ''] : ['', ' autofocus'];
  return layout(
    problem === undefined ? 'Sign in' : 'Sign in: it did not work',
    `${mark(clientName)}<h1>Sign in to continue to ${foreign(clientName)}</h1>${alert}
<form method="post">
${hiddenFields({ csrf })}
<label>User name<input name="username" autocomplete="username" autocapitalize="none" spellcheck="false" dir="auto" required${first}${wrong} value="${escaped(username)}"></label>
<label>Password<input name="password" type="password" autocomplete="current-password" required${second}${wrong}></label>
<div class="actions"><button class="primary" name="action" value="login">Sign in</button></div>
</form>`,
  );
}
