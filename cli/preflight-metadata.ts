import { listed, type ServerFacts } from '../fixtures/server/facts.js';
import type { ServerUnderTest } from '../fixtures/server/server-under-test.js';
import type { PreparedSubject } from './prepare-subjects.js';

/** Endpoints that both the file and the metadata may name. */
const endpoints = {
  authorizationUrl: 'authorization_endpoint',
  tokenUrl: 'token_endpoint',
  revocationUrl: 'revocation_endpoint',
  introspectionUrl: 'introspection_endpoint',
  userinfoUrl: 'userinfo_endpoint',
  jwksUrl: 'jwks_uri',
} as const;

/** Where the metadata contradict the file. Which of the two is wrong cannot be told from here. */
export function metadataDiagnosis(
  { subject }: PreparedSubject,
  { facts, transport }: ServerUnderTest,
): string[] {
  const auth = subject.connection?.auth ?? { type: 'none' as const };
  const { metadata } = facts;
  const contradictions = Object.entries(endpoints).flatMap(([field, member]) => {
    const [declared, published] = [auth[field as keyof typeof endpoints], metadata[member]];
    return declared === undefined || published === undefined || declared === published
      ? []
      : [`the file says ${field}: ${declared}, the metadata say ${member}: ${inWords(published)}`];
  });
  const outside = Object.values(facts.endpoints).flatMap((url) => {
    if (url === undefined || !isWebUrl(url) || transport.guard.allows(new URL(url))) return [];
    const { hostname } = new URL(url);
    return [
      `the metadata name ${url}, on a host that the file does not; to allow it: server: { hosts: [${hostname}] }`,
    ];
  });
  const unusable = Object.values(endpoints).flatMap((member) =>
    metadata[member] === undefined || isWebUrl(metadata[member])
      ? []
      : [`the metadata say ${member}: ${inWords(metadata[member])}, which is no URL of http or https`],
  );
  return [...missing(facts), ...contradictions, ...unusable, ...new Set(outside), ...methods(facts)];
}

function isWebUrl(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

/** A member as it is, where it is text: of an object nobody knows what its own conversion would do. */
function inWords(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
}

function missing({ issuer, discovery, endpoints: known }: ServerFacts): string[] {
  if (issuer === undefined) return [];
  const found = discovery.filter(({ document }) => document !== undefined);
  if (found.length === 0) {
    const tried = discovery.map(({ url, answer }) => `${url} (${answer.status})`).join(', ');
    const needed = known.authorization === undefined || known.token === undefined;
    const advice = needed ? '; name authorizationUrl and tokenUrl in the file if it publishes none' : '';
    return [`no metadata were found; tried ${tried}${advice}`];
  }
  return found.flatMap(({ url, document }) =>
    document?.issuer === issuer
      ? []
      : [`the file says issuer: ${issuer}, ${url} says ${inWords(document?.issuer)}`],
  );
}

function methods(facts: ServerFacts): string[] {
  const supported = listed(facts, 'token_endpoint_auth_methods_supported');
  if (supported === undefined) return [];
  return facts.clients
    .filter(({ authentication }) => !supported.includes(authentication))
    .map(
      ({ name, authentication }) =>
        `client ${name} authenticates by ${authentication}, the metadata offer ${supported.join(', ')}`,
    );
}
