import { absoluteUrl } from './absolute-url.js';
import { authorizedHosts } from './authorized-hosts.js';
import { clientIssuer } from './client-issuer.js';
import { declaredExpired } from './declared-expired.js';
import { declaredId } from './declared-id.js';
import { declaredOnce } from './declared-once.js';
import { fragmentOrUserinfo } from './fragment-or-userinfo.js';
import { hostName } from './host-name.js';
import { issuerShape } from './issuer-shape.js';
import { literalSecret } from './literal-secret.js';
import { misplacedReference } from './misplaced-reference.js';
import { oneDriver } from './one-driver.js';
import { plainHttp } from './plain-http.js';
import { reachableServer } from './reachable-server.js';
import { regularExpression } from './regular-expression.js';
import type { SubjectRule } from './rule.js';
import { scopeList } from './scope-list.js';
import { scopedResource } from './scoped-resource.js';
import { shadowedParameter } from './shadowed-parameter.js';
import { somethingToJudge } from './something-to-judge.js';
import { startCommand } from './start-command.js';

/** Every rule by its id, which is its file's name; a test keeps this list and the folder alike. */
export const subjectRules: Readonly<Record<string, SubjectRule>> = {
  'absolute-url': absoluteUrl,
  'authorized-hosts': authorizedHosts,
  'client-issuer': clientIssuer,
  'declared-expired': declaredExpired,
  'declared-id': declaredId,
  'declared-once': declaredOnce,
  'fragment-or-userinfo': fragmentOrUserinfo,
  'host-name': hostName,
  'issuer-shape': issuerShape,
  'literal-secret': literalSecret,
  'misplaced-reference': misplacedReference,
  'one-driver': oneDriver,
  'plain-http': plainHttp,
  'reachable-server': reachableServer,
  'regular-expression': regularExpression,
  'scope-list': scopeList,
  'scoped-resource': scopedResource,
  'shadowed-parameter': shadowedParameter,
  'something-to-judge': somethingToJudge,
  'start-command': startCommand,
};
