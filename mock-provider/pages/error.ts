import { escaped, foreign, layout } from './layout.js';

export interface ErrorPage {
  title: string;
  /** OAuth error code. */
  code: string;
  description: string;
}

/** Told to the person, with the words a developer needs to mend the request. It links nowhere. */
export function errorPage({ title, code, description }: ErrorPage): string {
  return layout(
    title,
    `<h1>${escaped(title)}</h1>
<p>Nothing was shared with the application. Close this page and start again there. If it happens again, its developer
can mend it with this:</p>
<ul><li><code>${foreign(code)}</code></li><li>${foreign(description)}</li></ul>`,
  );
}
