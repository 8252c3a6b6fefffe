import type { Connection } from '../subject.js';
import type { Dialect } from './dialect.js';
import { entriesOf, Fields } from './fields.js';
import type { Input } from './input.js';
import { declared, environmentName, hostOf, reference } from './names.js';
import { ownAuthorizationParameters } from './own-parameters.js';
import type { Statement } from './statement.js';

const call = 'wireOAuth2Credential';

export const pikku: Dialect = {
  title: `the properties of Pikku's ${call}`,
  expects: `calls of ${call}({ name, secretId, tokenSecretId, authorizationUrl, tokenUrl, … }) in JavaScript or TypeScript, or such objects in JSON or YAML`,
  recognises: (input) => candidates(input).length > 0,
  read(input, statement) {
    const found = candidates(input);
    return found.flatMap(({ value, line }): Connection[] => {
      const name = entriesOf(value)?.get('name')?.value;
      const said = found.length > 1 && typeof name === 'string' ? statement.of(name) : statement;
      const fields = Fields.of(value, '', said);
      if (fields !== undefined) return [connectionOf(fields, said)];
      said.lost(
        call,
        'its properties are put together elsewhere, and the file is read without being run',
        line,
      );
      return [];
    });
  },
};

function candidates(input: Input): { value: unknown; line?: number }[] {
  if (input.source !== undefined)
    return input.source.calls(call).map(({ arguments: [value], line }) => ({ value, line }));
  const needed = ['secretId', 'authorizationUrl', 'tokenUrl'];
  return input.objects
    .filter((value) => needed.every((name) => Object.hasOwn(value, name)))
    .map((value) => ({ value }));
}

function connectionOf(fields: Fields, statement: Statement): Connection {
  const auth = authOf(fields, statement);
  const id = fields.text('name') ?? nameAssumed(fields, hostOf(auth.authorizationUrl ?? auth.tokenUrl));
  statement.assume('provider', `as name, since Pikku has no field for it`);
  const connection = declared<Connection>({
    id,
    provider: id,
    title: fields.text('displayName') ?? id,
    connectGuide: fields.text('description'),
    auth,
  });
  if (connection.connectGuide !== undefined)
    fields.assume(
      'description',
      'it says what the credential is for, and becomes connectGuide, which people read before they connect',
    );
  fields.leftover();
  return connection;
}

function nameAssumed(fields: Fields, host: string | undefined): string {
  const name = host ?? 'default';
  fields.assume('name', `"${name}", since there is none that can be read`);
  return name;
}

function authOf(fields: Fields, statement: Statement): Connection['auth'] {
  const secretId = fields.text('secretId') ?? 'oauth';
  const clientId = reference(environmentName(secretId, 'CLIENT_ID'));
  const clientSecret = reference(environmentName(secretId, 'CLIENT_SECRET'));
  const pkce = fields.flag('pkce') ?? false;
  tellClient(fields, pkce, pkce ? clientId : `${clientId} and ${clientSecret}`);
  tellGaps(statement);
  const tokenSecretId = fields.text('tokenSecretId');
  if (tokenSecretId !== undefined)
    fields.assume(
      'tokenSecretId',
      'the one secret in which Pikku keeps access token, refresh token and expiry together becomes the one entry of secretNames',
    );
  return declared<Connection['auth']>({
    type: 'oauth',
    authorizationUrl: fields.url('authorizationUrl'),
    tokenUrl: fields.url('tokenUrl'),
    clientId,
    clientSecret: pkce ? undefined : clientSecret,
    clientType: pkce ? 'public' : 'confidential',
    clientAuthentication: pkce ? 'none' : 'client_secret_post',
    scopes: fields.texts('scopes'),
    pkce: pkce ? { methods: ['S256'] } : undefined,
    authorizationParams: fields.parameters('additionalParams', ownAuthorizationParameters),
    secretNames: tokenSecretId === undefined ? undefined : [tokenSecretId],
  });
}

function tellGaps(statement: Statement): void {
  statement.lost('redirect', 'Pikku is told its callback when a flow begins, not here. Add redirect by hand');
  statement.lost(
    'refresh',
    'Pikku refreshes whenever a server gave it a refresh token, and does not say whether this one does. Add refresh by hand',
  );
}

function tellClient(fields: Fields, pkce: boolean, variables: string): void {
  fields.lost(
    'secretId',
    `names a secret whose content is not in this file. Put it into the environment, as ${variables}`,
  );
  if (pkce) {
    fields.assume(
      'pkce',
      'the client is public, without a secret, which is what Pikku documents pkce for; and the method is S256, since Pikku names none',
    );
    return;
  }
  fields.assume(
    'secretId',
    'the client is confidential, and sends id and secret in the body (client_secret_post), as Pikku does',
  );
  fields.assume(
    'pkce',
    'it is off where it is not set, so no challenge is sent. RFC 9700 section 2.1.1 recommends one for confidential clients too',
  );
}
