import {
  type DiscoveryAttempt,
  discover,
  type Metadata,
  mergedMetadata,
} from '../../fixtures/server/discovery.js';
import { Inconclusive } from '../../fixtures/verdict/verdict.js';
import { ExchangeLog } from '../../fixtures/wire/exchange-log.js';
import { Guard } from '../../fixtures/wire/guard.js';
import { header, mediaType, Transport } from '../../fixtures/wire/transport.js';

/** What a server says of itself. */
export interface Discovered {
  /** As the metadata spell it. */
  issuer: string;
  /** Members of all documents; the OAuth one counts first. */
  metadata: Metadata;
  openid: boolean;
  /** Address of the first document. */
  url: string;
}

export type Discovery =
  | { found: Discovered }
  /** It answers, and publishes none; `tried` tells each address and what it answered. */
  | { tried: string[] }
  /** Nobody answers. */
  | { dead: string };

/** Asks a server for its metadata (RFC 8414, OpenID discovery). Its host was named by the user, and no other is asked. */
export async function discoverServer(issuer: string): Promise<Discovery> {
  const { hostname } = new URL(issuer);
  const transport = new Transport(new Guard([hostname], true), new ExchangeLog());
  try {
    return judged(await discover(issuer, transport));
  } catch (error) {
    if (error instanceof Inconclusive) return { dead: error.message };
    throw error;
  } finally {
    transport.close();
  }
}

function judged(attempts: readonly DiscoveryAttempt[]): Discovery {
  const documents = attempts.filter(({ document }) => namesIssuer(document));
  const [first] = documents;
  if (first === undefined) return { tried: attempts.map(inWords) };
  return {
    found: {
      issuer: String(first.document?.issuer),
      metadata: mergedMetadata(documents),
      openid: documents.some(({ kind }) => kind === 'openid-configuration'),
      url: first.url,
    },
  };
}

/** RFC 8414 §2: the one member without which it is something else that happens to be JSON. */
function namesIssuer(document: Metadata | undefined): boolean {
  const issuer = document?.issuer;
  return typeof issuer === 'string' && /^https?:\/\//.test(issuer) && URL.canParse(issuer);
}

function inWords({ url, answer }: DiscoveryAttempt): string {
  const location = answer.status >= 300 && answer.status < 400 ? header(answer, 'location') : undefined;
  const type = mediaType(answer);
  const what = location === undefined ? (type === '' ? '' : ` ${type}`) : ` redirect to ${location}`;
  const why = answer.status === 200 ? ', which is no metadata document' : '';
  return `${url} (${answer.status}${what}${why})`;
}
