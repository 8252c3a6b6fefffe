import { type Answer, headerValues } from '../../fixtures/wire/transport.js';

/** One challenge of `WWW-Authenticate` (RFC 9110 §11.3, §11.6.1). */
export interface Challenge {
  /** In lower case: the name of a scheme is case-insensitive. */
  scheme: string;
  parameters: Map<string, string>;
}

/** All challenges of an answer, in order: there may be several lines, and several in a line. */
export function challengesOf(answer: Answer): Challenge[] {
  const challenges: Challenge[] = [];
  for (const item of headerValues(answer, 'www-authenticate').flatMap(listItems)) {
    const [, scheme, rest] = /^([^\s=",]+)(?:\s+(?!\s*=)(.*))?$/s.exec(item) ?? [];
    if (scheme !== undefined) challenges.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
    addParameter(challenges.at(-1), scheme === undefined ? item : (rest ?? ''));
  }
  return challenges;
}

/** The challenge that tells a client to present an access token: Bearer (RFC 6750 §3) or DPoP (RFC 9449 §7.1). */
export function tokenChallenge(answer: Answer): Challenge | undefined {
  const fitting = challengesOf(answer).filter(({ scheme }) => scheme === 'bearer' || scheme === 'dpop');
  return fitting.find(({ parameters }) => parameters.has('error')) ?? fitting[0];
}

/** Splits at commas outside of quoted strings. */
function listItems(value: string): string[] {
  const items = value.match(/(?:"(?:[^"\\]|\\.)*"|[^,"]|")+/gs) ?? [];
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

function addParameter(challenge: Challenge | undefined, text: string): void {
  const [, name, quoted, token] = /^([^\s=",]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|(\S+))$/s.exec(text) ?? [];
  if (challenge === undefined || name === undefined) return;
  challenge.parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/gs, '$1') ?? token ?? '');
}
