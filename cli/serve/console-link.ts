/**
 * Where a browser is signed in at the console. What opens it stands in the fragment, which browsers send to no server
 * and put into no Referer.
 */
export function consoleLink(address: string, key: { token: string } | { ticket: string }): string {
  return `${address}/_proofkey/console#${new URLSearchParams({ ...key })}`;
}
