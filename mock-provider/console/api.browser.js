/** Called once the session has ended: by its time, or because the server was started anew. */
export const signedOut = new EventTarget();

/** What the admin API answered instead of what was asked; its message is meant for the person. */
export class ApiProblem extends Error {}

/**
 * Calls the admin API below the page's own folder, so that it works behind a proxy too. The cookie says who calls.
 * Returns the JSON of the answer, undefined for none.
 */
export async function call(method, path, body) {
  const answer = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ApiProblem('The server does not answer. Has it ended?');
  });
  if (answer.status === 401 && path !== 'session') signedOut.dispatchEvent(new Event('ended'));
  const text = await answer.text();
  const content = text === '' ? undefined : JSON.parse(text);
  if (!answer.ok) throw new ApiProblem(content?.error_description ?? `The server answered ${answer.status}.`);
  return content;
}
