/** Names that the manifest needs and the other notation has not. */
import { quote } from '../subject-file-error.js';
import { webUrl } from '../urls.js';

/** The host that a URL names, without a port, or undefined. */
export function hostOf(url: string | undefined): string | undefined {
  const host = url === undefined ? undefined : webUrl(url)?.hostname;
  // A placeholder such as `{{tenant}}.example` passes for a host, and is none.
  return host !== undefined && /^[\w.:[\]-]+$/.test(host) ? host : undefined;
}

/** A name from the input, for a message: quoted where it is more than a name, so that it stays on its line. */
export function shown(name: string): string {
  return /^[\w$.@-]{1,60}$/.test(name) ? name : quote(name);
}

/** `github-app` and `CLIENT_ID` as `GITHUB_APP_CLIENT_ID`; what no variable can be called is left away. */
export function environmentName(...parts: readonly string[]): string {
  const name = parts
    .join('_')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replaceAll(/[^A-Z\d]+/g, '_')
    .replaceAll(/^[_\d]+|_+$/g, '');
  return name === '' ? 'CLIENT' : name;
}

/** `${NAME}`, taken from the environment when the manifest is used. */
export function reference(name: string): string {
  return `\${${name}}`;
}

/** Numbers what would be called like an earlier one: no two connections of a file share an id. */
export class Ids {
  readonly #used = new Set<string>();

  next(wanted: string): string {
    let id = wanted;
    for (let count = 2; this.#used.has(id); count += 1) id = `${wanted}-${count}`;
    this.#used.add(id);
    return id;
  }
}

/** Without the members that are undefined, so that they do not stand in the file. */
export function declared<T extends object>(members: { [Name in keyof T]: T[Name] | undefined }): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}
