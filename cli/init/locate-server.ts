import type { Metadata } from '../../fixtures/server/discovery.js';
import { UsageError } from '../usage-error.js';
import type { ConnectionAnswers } from './answers.js';
import { type Discovered, discoverServer } from './discover-server.js';
import { issuer, serverUrl } from './parsers.js';
import type { Interview, Question } from './question.js';

type Located = Pick<
  ConnectionAnswers,
  'host' | 'hosts' | 'otherHosts' | 'issuer' | 'authorizationUrl' | 'tokenUrl' | 'openid'
>;

/** Until a server answers: its metadata, or its endpoints by hand. */
export async function locateServer(interview: Interview): Promise<{ located: Located; metadata: Metadata }> {
  const given = await interview.ask(issuerQuestion);
  if (given === '') return byHand(interview, undefined);
  const discovery = await discoverServer(given);
  if ('found' in discovery) {
    const { found } = discovery;
    if (hostOf(found.issuer) === hostOf(given)) {
      interview.say(`Found ${found.url}`);
      if (found.issuer !== given) interview.say(`It names the issuer ${found.issuer}, which the file gets.`);
      return { located: await completed(interview, found), metadata: found.metadata };
    }
    return again(
      interview,
      `${found.url} names the issuer ${found.issuer}, on another host than ${given}. If that is the server to test, give that`,
    );
  }
  if ('dead' in discovery) return again(interview, discovery.dead);
  interview.say(
    `${given} publishes no metadata. Tried:\n${discovery.tried.map((one) => `  ${one}`).join('\n')}`,
  );
  return byHand(interview, given);
}

/** A person may give another address; on the command line there is only the one. */
function again(interview: Interview, problem: string): ReturnType<typeof locateServer> {
  if (!interview.patient || interview.answered('issuer')) throw new UsageError(problem);
  interview.say(problem);
  return locateServer(interview);
}

/** Most servers publish no metadata (DESIGN §12): then the two endpoints suffice. */
async function byHand(
  interview: Interview,
  given: string | undefined,
): Promise<{ located: Located; metadata: Metadata }> {
  const like = given === undefined ? undefined : new URL(given).origin;
  const authorizationUrl = await interview.ask(endpointQuestion('authorization', 'authorize', like));
  const tokenUrl = await interview.ask(endpointQuestion('token', 'token', like));
  const { host } = new URL(authorizationUrl);
  const hosts = [...new Set([hostOf(authorizationUrl), hostOf(tokenUrl)])];
  return {
    located: { host, hosts, otherHosts: [], authorizationUrl, tokenUrl, openid: false },
    metadata: {},
  };
}

/** The issuer suffices, but for endpoints that its metadata leave out. */
async function completed(interview: Interview, { issuer, metadata, openid }: Discovered): Promise<Located> {
  const has = (member: string) => typeof metadata[member] === 'string';
  const authorizationUrl = has('authorization_endpoint')
    ? undefined
    : await interview.ask(endpointQuestion('authorization', 'authorize', issuer));
  const tokenUrl = has('token_endpoint')
    ? undefined
    : await interview.ask(endpointQuestion('token', 'token', issuer));
  const urls = [issuer, authorizationUrl, tokenUrl].filter((url) => url !== undefined);
  const hosts = [...new Set(urls.map(hostOf))];
  return {
    ...{ host: new URL(issuer).host, issuer, hosts, openid },
    otherHosts: hostsIn(metadata).filter((host) => !hosts.includes(host)),
    ...(authorizationUrl === undefined ? {} : { authorizationUrl }),
    ...(tokenUrl === undefined ? {} : { tokenUrl }),
  };
}

/** Hosts of all endpoints that metadata name. */
function hostsIn(metadata: Metadata): string[] {
  const urls = Object.entries(metadata)
    .filter(([member]) => /_endpoint$|^jwks_uri$/.test(member))
    .map(([, url]) => url)
    .filter(
      (url): url is string => typeof url === 'string' && /^https?:\/\//i.test(url) && URL.canParse(url),
    );
  return [...new Set(urls.map(hostOf))];
}

function hostOf(url: string): string {
  return new URL(url).hostname;
}

const issuerQuestion: Question<string> = {
  flag: 'issuer',
  ask: 'Issuer of the server',
  explanation: 'its URL, as https://login.example; Enter if it publishes no metadata',
  help: 'The issuer identifier (RFC 8414). Proofkey reads /.well-known/… there and finds endpoints, scopes and methods by itself.',
  initial: '',
  parse: (value) => (value.trim() === '' ? '' : issuer(value)),
};

function endpointQuestion(
  which: 'authorization' | 'token',
  path: string,
  like: string | undefined,
): Question<string> {
  return {
    flag: `${which}-url`,
    ask: `The ${which} endpoint`,
    explanation: `its whole URL, as ${like ?? 'https://login.example'}/${path}`,
    help:
      which === 'token'
        ? 'Where clients exchange codes for tokens (RFC 6749 §3.2). The documentation of the server names it.'
        : 'Where browsers are sent to log in (RFC 6749 §3.1). The documentation of the server names it.',
    parse: serverUrl,
  };
}
