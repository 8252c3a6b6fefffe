import { isEnvironmentReference, textsOf } from '../environment-references.js';
import type { Path } from '../subject-file-error.js';
import { contactedHosts } from '../urls.js';
import type { SubjectRule } from './rule.js';

/** A subject file is committed; only the secrets of a test set-up on this machine may be read by everyone. */
export const literalSecret: SubjectRule = {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: ${NAME} is the notation of the file.
  demands: 'A secret is written as `${NAME}`, unless every host of the file is loopback.',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the same.
  remedy: 'Write ${CLIENT_SECRET}, and set that environment variable where Proofkey runs.',
  onConnections: true,
  check: ({ subject }) => {
    const hosts = contactedHosts(subject);
    const everyHostIsLoopback = hosts.every(({ loopback }) => loopback);
    if (subject.server?.mock !== undefined || (hosts.length > 0 && everyHostIsLoopback)) return [];
    return (
      textsOf(subject)
        .filter(({ path, text }) => isSecretPath(path) && !isEnvironmentReference(text))
        // A client under test shows its secret to the mock alone; beside a remote server, it may be the one that is used there.
        .filter(({ path }) => path[0] !== 'client' || !everyHostIsLoopback)
        .map(({ path }) => ({ path, message: message(variableName(path)) }))
    );
  },
};

function message(name: string): string {
  return `is a literal secret, and everyone who can read this file could use it. Write \${${name}} and set that environment variable`;
}

/** Members of a JWK that are secret (RFC 7518 section 6). */
const privateMembers = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth']);

function isSecretPath(path: Path): boolean {
  const [section, part, name, field, member] = path;
  if (section === 'connection') return part === 'auth' && name === 'clientSecret';
  if (section === 'client') return part === 'clientSecret';
  if (section !== 'server') return false;
  if (part === 'login') return name === 'fields' && isPasswordName(String(field));
  if (part !== 'clients') return false;
  if (field === 'privateKey') return member === undefined || privateMembers.has(String(member));
  return field === 'clientSecret';
}

/** Long words anywhere in the name, short ones only as a word of their own: `loginPin`, but not `shipping`. */
function isPasswordName(name: string): boolean {
  if (/password|passwd|pwd|secret/i.test(name)) return true;
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
  return words.some((word) => word === 'pin' || word === 'otp' || word === 'totp');
}

function variableName(path: Path): string {
  const name = path.findLast((step) => typeof step === 'string' && step.length > 2) ?? 'SECRET';
  const spaced = String(name).replaceAll(/([a-z\d])([A-Z])/g, '$1_$2');
  const upper = spaced
    .toUpperCase()
    .replaceAll(/[^A-Z\d]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  return /^[A-Z]/.test(upper) ? upper : 'SECRET';
}
