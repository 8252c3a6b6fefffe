import type { Connection } from '../subject.js';
import { quote } from '../subject-file-error.js';
import type { Dialect } from './dialect.js';
import { Fields } from './fields.js';
import { declared, hostOf, Ids } from './names.js';
import type { Source, SourceCall } from './source/source.js';
import { Statement } from './statement.js';

export const charmiq: Dialect = {
  title: "the arguments of CharmIQ's getValidAuth",
  expects:
    'calls of charmiq.oauth.getValidAuth({ providerUrl or integrationId, … }), with or without register({ appId, … }), in JavaScript or TypeScript',
  recognises: ({ source }) => source !== undefined && source.calls('getValidAuth').length > 0,
  read({ source }, statement) {
    if (source === undefined) return [];
    const application = applicationOf(source, statement);
    tellBridge(source, statement);
    return connections(source.calls('getValidAuth'), application, statement);
  },
};

interface Application {
  appId: string;
  description?: string;
}

/** The same connection is often asked for in several places, and is one all the same. */
function connections(
  calls: readonly SourceCall[],
  application: Application,
  statement: Statement,
): Connection[] {
  const ids = new Ids();
  const seen = new Set<string>();
  return calls.flatMap((call) => {
    const said = new Statement();
    const connection = connectionOf(call, application, said);
    const key = JSON.stringify(connection?.auth ?? call.line);
    if (seen.has(key)) return [];
    seen.add(key);
    const id = connection === undefined ? undefined : ids.next(connection.id);
    statement.include(said, calls.length === 1 ? undefined : id);
    return connection === undefined || id === undefined ? [] : [{ ...connection, id }];
  });
}

function applicationOf(source: Source, statement: Statement): Application {
  const [fields] = source
    .calls('register')
    .filter(({ callee }) => callee.length === 1 || callee.at(-2) === 'oauth')
    .flatMap(({ arguments: [value] }) => Fields.of(value, 'register', statement) ?? [])
    .filter((candidate) => candidate.names().includes('appId'));
  const appId = fields?.text('appId');
  if (appId === undefined)
    statement.lost(
      'appId',
      `no call of register in this file has one as text, and the bridge needs it. Replace ${quote(placeholder)} in bridge.appId`,
    );
  return declared<Application>({ appId: appId ?? placeholder, description: descriptionOf(fields) });
}

const placeholder = 'com.example.your-app';

function descriptionOf(fields: Fields | undefined): string | undefined {
  fields?.ignore({ name: 'names the application; a connection has the name of the provider' });
  const description = fields?.text('description');
  if (description !== undefined)
    fields?.assume(
      'description',
      'it says what the application is for, and becomes connectGuide, which people read before they connect',
    );
  fields?.leftover();
  return description;
}

function connectionOf(
  call: SourceCall,
  { appId, description }: Application,
  statement: Statement,
): Connection | undefined {
  const { line } = call;
  const fields = Fields.of(call.arguments[0], 'getValidAuth', statement);
  const providerUrl = fields?.url('providerUrl');
  const integrationId = fields?.text('integrationId');
  const provider = hostOf(providerUrl) ?? providerUrl ?? integrationId;
  if (fields === undefined || provider === undefined) {
    const message = 'neither providerUrl nor integrationId can be read, so it is unknown whom it connects to';
    statement.lost('getValidAuth', message, line);
    return undefined;
  }
  const from = `${quote(provider)}, from the call, since CharmIQ has no such fields`;
  statement.assume('id, provider, title', from, line);
  const connection = declared<Connection>({
    id: provider,
    provider,
    title: provider,
    connectGuide: description,
    auth: declared<Connection['auth']>({
      type: 'oauth',
      issuer: providerUrl === undefined ? undefined : issuerOf(providerUrl, fields),
      scopes: scopesOf(fields),
      bridge: declared({ appId, providerUrl, integrationId, prompt: promptOf(fields) }),
    }),
  });
  fields.leftover();
  return connection;
}

/** The bridge takes `https://host` and `https://host/`; issuer identifiers are compared by each character. */
function issuerOf(providerUrl: string, fields: Fields): string {
  const bare = /^(https?:\/\/[^/?#]+)\/$/.exec(providerUrl)?.[1];
  fields.assume(
    'providerUrl',
    `${bare === undefined ? 'is' : 'without its trailing slash is'} the issuer too. CharmIQ writes it both with and without a trailing slash, and issuers are compared by each character (RFC 8414 section 3.3). Write what the server's metadata have`,
  );
  return bare ?? providerUrl;
}

function scopesOf(fields: Fields): string[] | undefined {
  if (fields.names().includes('scopes')) return fields.texts('scopes');
  fields.assume('scopes', 'are left out, as there: those of the integration then count');
  return undefined;
}

function promptOf(fields: Fields): 'auto' | 'select_account' | undefined {
  const prompt = fields.text('prompt');
  if (prompt === undefined || prompt === 'auto' || prompt === 'select_account') return prompt;
  fields.lost('prompt', `is ${quote(prompt)}, and CharmIQ knows auto and select_account`);
  return undefined;
}

/** What the platform does, and the file therefore does not say. */
function tellBridge(source: Source, statement: Statement): void {
  statement.lost(
    'client id, client secret, endpoints, redirect',
    "they belong to the integration that the organisation's administrator set up, and no application sees them",
  );
  const [refreshing] = source.calls('refreshAuth');
  if (refreshing !== undefined)
    statement.lost(
      'refreshAuth',
      "is not in CharmIQ's published contract, though its documentation shows it: getValidAuth refreshes by itself. Call that instead",
      refreshing.line,
    );
  const [revoking] = source.calls('revokeAuth');
  if (revoking !== undefined)
    statement.lost(
      'revokeAuth',
      'is a call of the bridge; a manifest has the revocation endpoint of a server, which is unknown here',
      revoking.line,
    );
}
