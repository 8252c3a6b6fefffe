import { type Answer, jsonObject, mediaType } from '../../../fixtures/wire/transport.js';

/** How the body of a token response is written. */
export function formatOf(answer: Answer): string {
  if (jsonObject(answer) !== undefined) return 'json';
  return new URLSearchParams(answer.body).has('access_token') ? 'form' : mediaType(answer) || 'neither';
}

/** Members of a token response, whichever way it is written. */
function membersOf(answer: Answer): Record<string, unknown> {
  return jsonObject(answer) ?? Object.fromEntries(new URLSearchParams(answer.body));
}

/** Names that servers have for an access token. */
const tokenNames = /^(access_?token|token)$/i;

/** The declared path if a token is there; else the first path at which there is one. */
export function tokenPath(answer: Answer, declared: string): string | undefined {
  const members = membersOf(answer);
  return isText(at(members, declared.split('.'))) ? declared : found(members);
}

function found(value: unknown, path: string[] = []): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const here = [...path, name];
    const deeper = tokenNames.test(name) && isText(member) ? here.join('.') : found(member, here);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
    value,
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
