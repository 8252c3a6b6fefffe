import type { SeenRequest } from '../../../fixtures/client/seen-request.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { type Redemption, redemption } from '../../verify/client/redemption.js';

test(
  'The token request is a form POST with everything in the body or Authorization header',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.3', 'RFC 6749 §3.2', 'RFC 6749 §3.2.1', 'RFC 6749 §2.3.1', 'RFC 7636 §4.5'],
    attack: 'Codes and client secrets are recorded with the URLs that they stand in.',
    threats: ['RFC 6819 §4.3.3', 'RFC 6819 §4.4.1.1'],
    tested: 'Reads the access token request of a login: method, media type, query and parameters.',
    fix: 'POST grant_type, code, code_verifier and (unless authenticating otherwise) client_id as application/x-www-form-urlencoded, with nothing in the URL.',
    needs: ['client.code', 'provider.standard-request'],
    negative: false,
  }),
  async ({ client, judge }) => {
    const login = await redemption(client, judge);
    verifyForm(judge, login.tokenRequest);
    verifyParameters(judge, login);
  },
);

function verifyForm(judge: Judge, { method, mediaType, query, form }: SeenRequest): void {
  const verify = (expected: string, received: string, holds: boolean) => {
    if (!holds) judge.fail({ expected, received });
  };
  const inQuery = [...query.keys()].join(', ');
  verify('an access token request by POST', method, method === 'POST');
  verify('an access token request without a query', `a query with ${inQuery}`, query.size === 0);
  const isForm = mediaType === 'application/x-www-form-urlencoded';
  verify('the media type application/x-www-form-urlencoded', mediaType || 'no Content-Type', isForm);
  const names = [...form.keys()].filter((name) => name !== 'resource');
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  verify('no parameter twice', `${twice} more than once`, twice === undefined);
}

function verifyParameters(judge: Judge, { tokenRequest, parameters, code }: Redemption): void {
  const { form, basicCredentials } = tokenRequest;
  const grantType = form.get('grant_type');
  if (grantType !== 'authorization_code')
    judge.fail({ expected: 'grant_type=authorization_code', received: grantType ?? 'no grant_type' });
  if (form.get('code') !== code)
    judge.fail({ expected: 'the code of the response', received: form.has('code') ? 'another' : 'no code' });
  if (parameters.has('code_challenge') && !form.has('code_verifier'))
    judge.fail({ expected: 'code_verifier, as a challenge was sent', received: 'none' });
  const authenticated = basicCredentials !== undefined || form.has('client_assertion');
  if (!authenticated && !form.has('client_id'))
    judge.fail({ expected: 'client_id, as the client does not authenticate otherwise', received: 'none' });
}
