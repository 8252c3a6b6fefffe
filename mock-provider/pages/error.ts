import { escaped, layout } from './layout.js';

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
<p>Nothing was shared with the application. Its developer can mend this:</p>
<ul><li><code>${escaped(code)}</code></li><li>${escaped(description)}</li></ul>`,
  );
}
