import { plainScopes } from '../../fixtures/server/capabilities.js';
import { newVerifier, s256 } from '../../fixtures/server/pkce.js';
import type { CodeGrant, ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Landing, Submission } from '../../fixtures/user-agent/user-agent.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { jsonObject } from '../../fixtures/wire/transport.js';
import { type ApprovalPage, approvalOf } from './approval-page.js';
import { grantsIn } from './authorization-response.js';
import { unknownClient } from './login-page.js';
import { carriesAccessToken } from './token-refusal.js';

const parameterNames = {
  client_id: /^client_?id$/i,
  redirect_uri: /^redirect_?ur[il]$/i,
  scope: /scopes?(\[\])?$/i,
  code_challenge: /^code_?challenge$/i,
};
type Parameter = keyof typeof parameterNames;

/** One change of the approval form, and what must not come of it. */
export interface Tampering {
  name: string;
  apply(submission: Submission): Submission;
  /** Judges where the changed approval led to, when it led to a code. */
  verify(grant: CodeGrant, judge: Judge): Promise<void>;
}

/** Every change that the form invites: a field, or parameter of its URL, that names something of the request. */
export function tamperings(server: ServerUnderTest, page: ApprovalPage): Tampering[] {
  const { action, fields } = approvalOf(page);
  const ofForm = new Set(fields.map(([name]) => name));
  const ofUrl = new Set(new URL(action).searchParams.keys());
  return [
    ...[...ofForm].flatMap((name) => tampered(server, name, (value) => inField(name, value))),
    ...[...ofForm].filter((name) => parameterNames.scope.test(name)).map((name) => oneMore(server, name)),
    ...[...ofUrl].flatMap((name) => tampered(server, name, (value) => inUrl(name, value))),
  ];
}

/** Scopes that are fields of their own, a checkbox each: one more of them. */
function oneMore(server: ServerUnderTest, name: string): Tampering {
  const [, added] = askedAndAdded(server);
  return {
    ...alterations.scope(server, inField.bind(undefined, name)),
    name: `${name}, one more`,
    apply: (submission) => ({ ...submission, fields: [...submission.fields, [name, added]] }),
  };
}

type Change = (change: (value: string) => string) => Tampering['apply'];

function inField(name: string, change: (value: string) => string): Tampering['apply'] {
  return (submission) => ({
    ...submission,
    fields: submission.fields.map(([field, value]) => [field, field === name ? change(value) : value]),
  });
}

function inUrl(name: string, change: (value: string) => string): Tampering['apply'] {
  return (submission) => {
    const url = new URL(submission.action);
    url.searchParams.set(name, change(url.searchParams.get(name) ?? ''));
    return { ...submission, action: url.href };
  };
}

function tampered(server: ServerUnderTest, name: string, change: Change): Tampering[] {
  const parameter = (Object.keys(parameterNames) as Parameter[]).find((one) =>
    parameterNames[one].test(name),
  );
  return parameter === undefined ? [] : [{ name, ...alterations[parameter](server, change) }];
}

const alterations: Record<Parameter, (server: ServerUnderTest, change: Change) => Omit<Tampering, 'name'>> = {
  client_id(server, change) {
    const other = server.facts.clients.find(({ clientId }) => clientId !== server.client.clientId);
    return {
      apply: change(() => other?.clientId ?? unknownClient),
      async verify(grant, judge) {
        if (other === undefined || !carriesAccessToken(await server.as(other).redeem(grant))) return;
        judge.fail({
          expected: 'the code belongs to the client that the page showed',
          received: `client ${other.name} redeems it`,
        });
      },
    };
  },
  redirect_uri: (_server, change) => ({
    apply: change(() => foreignUri),
    async verify({ landing }, judge) {
      if (landing.target === foreignUri)
        judge.fail({
          expected: 'no code at an altered redirect_uri',
          received: `a redirect to ${landing.target} with a code`,
        });
    },
  }),
  scope(server, change) {
    const [, added] = askedAndAdded(server);
    return {
      apply: change((value) => `${value}${server.facts.scopeSeparator}${added}`),
      async verify(grant, judge) {
        const granted = jsonObject(await server.redeem(grant))?.scope;
        if (typeof granted === 'string' && granted.split(/[ ,]/).includes(added))
          judge.fail({ expected: `a token without scope ${added}`, received: `scope="${granted}"` });
      },
    };
  },
  code_challenge(server, change) {
    const verifier = newVerifier();
    return {
      apply: change(() => s256(verifier)),
      async verify(grant, judge) {
        if (carriesAccessToken(await server.redeem(grant, { code_verifier: verifier })))
          judge.fail({
            expected: 'the code_challenge of the request holds',
            received: 'a token for the verifier of an altered one',
          });
      },
    };
  },
};

const foreignUri = 'https://evil.example/cb';

/** The scope that the request asks for, and the one that tampering adds. */
export function askedAndAdded({ client, facts }: ServerUnderTest): [asked: string, added: string] {
  const [asked = ''] = plainScopes({ scopes: client.scopes ?? facts.scopes });
  return [asked, plainScopes(facts).find((scope) => scope !== asked) ?? 'harness_unknown'];
}

/** The code that a landing carries, with what redeems it. */
export function grantAt({ request }: ApprovalPage, landing: Landing): CodeGrant | undefined {
  if (landing.kind !== 'redirect' || !grantsIn(landing).includes('code')) return undefined;
  const code = landing.query.get('code') ?? landing.fragment.get('code') ?? '';
  return { ...request, code, landing };
}
