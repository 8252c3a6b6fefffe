import type { ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { codeRoundtrip } from './code-roundtrip.js';
import { introspectionAnswers } from './introspection-answers.js';
import { issuerNamed } from './issuer-named.js';
import { refreshWorks } from './refresh-works.js';
import { requestAccepted } from './request-accepted.js';
import { resourceOpens } from './resource-opens.js';
import { serviceToken } from './service-token.js';
import { stateEchoed } from './state-echoed.js';
import { tokenEndpointWorks } from './token-endpoint-works.js';
import { tokenRevocable } from './token-revocable.js';
import { userinfoOpens } from './userinfo-opens.js';

/** Shows that the subject works for an honest client. Called by its own spec, and around every negative one. */
export type Control = (server: ServerUnderTest, judge: Judge) => Promise<void>;

/**
 * Positive controls. Those that are a requirement of their own bear its id; a row whose control in the catalogue
 * is itself negative (single-use, wrong-secret) uses the positive part that it rests on.
 */
export const controls = {
  'server/authz-request/code-roundtrip': codeRoundtrip,
  'server/authz-request/request-accepted': requestAccepted,
  'server/state/echo-exact': stateEchoed,
  'server/iss/in-success-response': issuerNamed,
  'server/refresh/yields-access-token': refreshWorks,
  'server/client-credentials/ok': serviceToken,
  'server/revocation/refresh-token': tokenRevocable,
  'resource/bearer/valid-token': resourceOpens,
  'resource/userinfo/claims': userinfoOpens,
  'introspection answers an entitled client': introspectionAnswers,
  'the token endpoint issues a token': tokenEndpointWorks,
} satisfies Record<string, Control>;

export type ControlId = keyof typeof controls;
