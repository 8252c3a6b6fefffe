import type { Connection, ConnectionAuth } from '../subject.js';
import { quote } from '../subject-file-error.js';
import type { Dialect } from './dialect.js';
import { entriesOf, Fields } from './fields.js';
import type { Input } from './input.js';
import { jingleRedirect } from './jingle-redirect.js';
import { declared, hostOf, reference } from './names.js';
import { Computed } from './source/values.js';
import type { Statement } from './statement.js';

const types = ['oauth', 'apiKey', 'personalAccessToken', 'none'] as const;
type AuthType = (typeof types)[number];

export const jingle: Dialect = {
  title: 'the connection of a Jingle extension',
  expects:
    'an object with id, provider, title and auth: { type: oauth, apiKey, personalAccessToken or none, … }, alone or as `connection` of a manifest, in JavaScript, TypeScript, JSON or YAML',
  recognises: (input) => candidates(input).some(isConnection),
  read(input, statement) {
    const found = candidates(input).filter(isConnection);
    return found.map((value) => {
      const id = entriesOf(value)?.get('id')?.value;
      const said = found.length > 1 && typeof id === 'string' ? statement.of(id) : statement;
      return connectionOf(value, said);
    });
  },
};

/** Whatever has an `auth`, outermost first. */
function candidates(input: Input): object[] {
  if (input.source !== undefined) return input.source.objectsWith('auth');
  return input.objects.filter((value) => Object.hasOwn(value, 'auth'));
}

function isConnection(value: object): boolean {
  const entries = entriesOf(value);
  const auth = entriesOf(entries?.get('auth')?.value);
  const type = auth?.get('type')?.value;
  if (auth === undefined || !(type instanceof Computed || types.includes(type as AuthType))) return false;
  return ['id', 'provider', 'title'].some((name) => entries?.has(name));
}

function connectionOf(value: object, statement: Statement): Connection {
  // A candidate is an object with an auth in it: see above.
  const fields = Fields.of(value, '', statement) as Fields;
  const authFields = fields.object('auth') as Fields;
  const auth = authOf(authFields, statement);
  const id = fields.text('id') ?? assumed(fields, 'id', 'default');
  const provider =
    fields.text('provider') ??
    assumed(fields, 'provider', hostOf(auth.authorizationUrl ?? auth.tokenUrl) ?? id);
  const connection = declared<Connection>({
    id,
    provider,
    title: titleOf(fields) ?? assumed(fields, 'title', provider),
    publicPreferenceNames: filled(fields, 'publicPreferenceNames'),
    connectGuide: fields.text('connectGuide'),
    auth,
  });
  fields.leftover('is no field of a Jingle connection');
  authFields.leftover('is no field of the auth of a Jingle connection');
  return connection;
}

function assumed(fields: Fields, name: string, value: string): string {
  fields.assume(name, `${quote(value)}, since there is none that can be read`);
  return value;
}

/** Text, or one text for each language. */
function titleOf(fields: Fields): Connection['title'] | undefined {
  const value = fields.take('title');
  if (entriesOf(value) === undefined) return fields.text('title');
  const texts = fields.object('title');
  const byLanguage = (texts?.names() ?? []).flatMap((language): [string, string][] => {
    const text = texts?.text(language);
    return text === undefined ? [] : [[language, text]];
  });
  return byLanguage.length === 0 ? undefined : Object.fromEntries(byLanguage);
}

/** Without blank names, which the manifest does not allow. */
function filled(fields: Fields, name: string): string[] | undefined {
  const texts = fields.texts(name);
  const kept = texts?.filter((text) => text.trim() !== '');
  if (kept?.length !== texts?.length) fields.lost(name, 'holds a blank name, which is left out');
  return kept;
}

function authOf(fields: Fields, statement: Statement): ConnectionAuth {
  const type = typeOf(fields);
  if (type !== 'oauth') return declared<ConnectionAuth>({ type, secretNames: filled(fields, 'secretNames') });
  const secretNames = filled(fields, 'secretNames');
  tellGaps(statement, secretNames ?? []);
  return declared<ConnectionAuth>({
    type,
    authorizationUrl: fields.url('authorizationUrl'),
    tokenUrl: fields.url('tokenUrl'),
    clientId: fields.clientId('clientId'),
    clientType: 'public',
    clientAuthentication: 'none',
    scopes: fields.texts('scopes'),
    pkce: { methods: ['S256'] },
    secretNames,
    redirect: jingleRedirect(fields),
  });
}

function typeOf(fields: Fields): AuthType {
  const type = fields.text('type');
  const known = types.find((name) => name === type);
  if (known !== undefined) return known;
  fields.assume('type', '"oauth", since what stands there cannot be read');
  return 'oauth';
}

/** What a Jingle manifest leaves open, or promises without having a place for it. */
function tellGaps(statement: Statement, secretNames: readonly string[]): void {
  statement.lost(
    'a client secret, further parameters, client authentication',
    `Jingle has no field for them, so a provider that needs one cannot be reached without a broker. If yours does, add clientType: confidential, clientSecret: ${reference('CLIENT_SECRET')}, clientAuthentication and authorizationParams by hand`,
  );
  if (!secretNames.some((name) => /refresh/i.test(name)))
    statement.lost(
      'refresh',
      'Jingle promises to refresh, but secretNames has no place for a refresh token or an expiry, and the released Jingle keeps the access token alone. refresh is left out; where the server issues refresh tokens, add refreshToken to secretNames and refresh: { supported: true }',
    );
  statement.assume(
    'auth.clientType, auth.clientAuthentication',
    'public and none: Jingle calls desktop apps and extensions public clients, which cannot keep a secret',
  );
  statement.assume(
    'auth.pkce',
    'S256: Jingle sends such a challenge with every authorization request, and has no field for it',
  );
  statement.assume(
    'auth.tokenRequestFormat',
    'form, the standard: Jingle has no field for it. The released Jingle posts JSON without grant_type, which its own broker takes; if tokenUrl is such a broker, write tokenRequestFormat: json',
  );
}
