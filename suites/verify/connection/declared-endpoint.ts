import type { ConnectionAuth } from '../../../connection/subject.js';
import type { Endpoints } from '../../../fixtures/server/facts.js';
import { describeAnswer, type ServerUnderTest } from '../../../fixtures/server/server-under-test.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { Inconclusive } from '../../../fixtures/verdict/verdict.js';
import { type Answer, jsonObject, mediaType } from '../../../fixtures/wire/transport.js';
import { toldAsError } from '../token-refusal.js';
import { verifyAvailable } from '../unavailable.js';
import { type Said, said, verifyField } from './drift.js';
import { nothingThere } from './nothing-there.js';

export interface DeclaredEndpoint {
  name: keyof Endpoints;
  /** Field of connection.auth that names it. */
  field: keyof ConnectionAuth & `${string}Url`;
  /** Member of the metadata that names it. */
  member: string;
  /** Metadata that leave the member out say that there is no such endpoint. */
  absent?: 'none';
  /** What it has to be, for messages: `the token endpoint`. */
  what: string;
  /** Sends one harmless request; answers whether the endpoint is what it is declared to be, and what it answered. */
  probe: () => Promise<{ fits: boolean; told: string }>;
}

/** The address in the file is the one in the metadata, and what answers there is such an endpoint. */
export async function verifyEndpoint(
  server: ServerUnderTest,
  judge: Judge,
  endpoint: DeclaredEndpoint,
): Promise<void> {
  const declared = server.facts.declared[endpoint.field];
  const advertised = advertisedAs(server, endpoint);
  const used = server.endpoint(endpoint.name);
  const elsewhere = advertised !== undefined && advertised.value !== used;
  const { fits, told } = await probed(endpoint, elsewhere);
  verifyField(judge, {
    field: `connection.auth.${endpoint.field}`,
    declared: said(declared),
    advertised,
    observed: fits ? said(used, told) : said(`${told}, which is not ${endpoint.what}`),
    instead: elsewhere && advertised.value !== 'none' ? advertised.value : `the URL of ${endpoint.what}`,
  });
}

function advertisedAs({ facts }: ServerUnderTest, { member, absent }: DeclaredEndpoint): Said | undefined {
  const value = facts.metadata[member];
  if (typeof value === 'string') return said(value);
  return Object.keys(facts.metadata).length === 0 ? undefined : said(absent, `no ${member}`);
}

/** An address where nobody answers is wrong if the metadata have another one; otherwise the server may be down. */
async function probed({ probe }: DeclaredEndpoint, elsewhere: boolean) {
  try {
    return await probe();
  } catch (error) {
    if (error instanceof Inconclusive && elsewhere) return { fits: false, told: 'no answer' };
    throw error;
  }
}

/** What an answer of a back-channel endpoint shows: a page, or nobody there, is no such endpoint. */
export function backChannelAnswer(judge: Judge, answer: Answer, fits: (answer: Answer) => boolean) {
  verifyAvailable(judge, 'an answer of the endpoint', answer);
  const there = !nothingThere(answer) && (answer.status < 300 || answer.status > 399);
  const page = mediaType(answer).includes('html') && answer.body !== '';
  const told = page ? `${answer.status} and a page` : describeAnswer(answer);
  return { fits: there && !page && fits(answer), told };
}

/** An OAuth error in a body, or a refusal of the client in a header. */
export function refusesRequest(answer: Answer): boolean {
  if (toldAsError(answer)) return true;
  const challenged = answer.headerLines.some(([name]) => name.toLowerCase() === 'www-authenticate');
  return answer.status >= 400 && (challenged || jsonObject(answer) !== undefined);
}
