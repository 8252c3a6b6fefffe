import type { Path } from './subject-file-error.js';

/** `${NAME}`; global, so use it with replaceAll and matchAll only. */
export const environmentReference = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** Whether the value is nothing but one `${NAME}`. */
export function isEnvironmentReference(value: string): boolean {
  return /^\$\{[A-Za-z_][A-Za-z0-9_]*\}$/.test(value);
}

/**
 * Whether `${NAME}` may stand at `path`: client credentials, login fields and the environment of a client's programs.
 * Nowhere else, or a manifest in a pull request could put a secret into a URL of its own choosing.
 */
export function isCredentialPath(path: Path): boolean {
  const [section, part, name, field] = path;
  if (section === 'client') return (part === 'clientSecret' && path.length === 2) || isTemplatedPath(path);
  if (section === 'connection') {
    return part === 'auth' && path.length === 3 && (name === 'clientId' || name === 'clientSecret');
  }
  if (section !== 'server') return false;
  if (part === 'login') return name === 'fields' && path.length === 4;
  if (part !== 'clients') return false;
  return field === 'privateKey' || (path.length === 4 && (field === 'clientId' || field === 'clientSecret'));
}

/** Whether `path` is a variable of a client's program, in which `{issuer}` and the like are placeholders. */
export function isTemplatedPath(path: Path): boolean {
  const [section, part, , , environment] = path;
  return section === 'client' && part === 'driver' && environment === 'environment' && path.length === 6;
}

/** A copy of plain data in which each text is what `change` makes of it. */
export function mapTexts(
  value: unknown,
  change: (text: string, path: Path) => string,
  path: Path = [],
): unknown {
  if (typeof value === 'string') return change(value, path);
  if (Array.isArray(value)) return value.map((item, index) => mapTexts(item, change, [...path, index]));
  if (typeof value !== 'object' || value === null) return value;
  // Not by assignment: a key may be called "__proto__".
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapTexts(item, change, [...path, key])]),
  );
}

/** Each text in plain data, in order. */
export function textsOf(value: unknown): { path: Path; text: string }[] {
  const texts: { path: Path; text: string }[] = [];
  const collect = (part: unknown, path: Path): void => {
    if (typeof part === 'string') texts.push({ path, text: part });
    if (typeof part !== 'object' || part === null) return;
    if (Array.isArray(part)) part.forEach((item, index) => void collect(item, [...path, index]));
    else for (const [key, item] of Object.entries(part)) collect(item, [...path, key]);
  };
  collect(value, []);
  return texts;
}
