import { accessTokenPath } from './access-token-path.js';
import { appUriSlash } from './app-uri-slash.js';
import { authorizationUrlQuery } from './authorization-url-query.js';
import { blankText } from './blank-text.js';
import { blockedScheme } from './blocked-scheme.js';
import { bridgeAppId } from './bridge-app-id.js';
import { bridgeFields } from './bridge-fields.js';
import { bridgeProviderUrl } from './bridge-provider-url.js';
import { bridgeTarget } from './bridge-target.js';
import { callbackPath } from './callback-path.js';
import { capabilityConnection } from './capability-connection.js';
import { clientIdMissing } from './client-id-missing.js';
import { codeLifetime } from './code-lifetime.js';
import { confidentialClientAuthentication } from './confidential-client-authentication.js';
import { documentedParameters } from './documented-parameters.js';
import { duplicateId } from './duplicate-id.js';
import { endpointDomains } from './endpoint-domains.js';
import { endpointsMissing } from './endpoints-missing.js';
import { errorStatus } from './error-status.js';
import { issuerIsMetadataUrl } from './issuer-is-metadata-url.js';
import { issuerTrailingSlash } from './issuer-trailing-slash.js';
import { joinedScopes } from './joined-scopes.js';
import { lifetimeOrder } from './lifetime-order.js';
import { neededClientSecret } from './needed-client-secret.js';
import { oauthFields } from './oauth-fields.js';
import { offlineAccess } from './offline-access.js';
import { parameterNames } from './parameter-names.js';
import { passwordPreference } from './password-preference.js';
import { pastedToken } from './pasted-token.js';
import { pkceForPublicClient } from './pkce-for-public-client.js';
import { pkceMethods } from './pkce-methods.js';
import { placeholder } from './placeholder.js';
import { preferenceReusesSecretName } from './preference-reuses-secret-name.js';
import { protocolParameterInUrl } from './protocol-parameter-in-url.js';
import { providerClientAuthentication } from './provider-client-authentication.js';
import { providerParameterNames } from './provider-parameter-names.js';
import { providerTokenRequest } from './provider-token-request.js';
import { publicClientWithSecret } from './public-client-with-secret.js';
import { publicSecretName } from './public-secret-name.js';
import { redirectLocalhost } from './redirect-localhost.js';
import { redirectQuery } from './redirect-query.js';
import { redirectResponseParameter } from './redirect-response-parameter.js';
import { redirectWildcard } from './redirect-wildcard.js';
import { refreshContradiction } from './refresh-contradiction.js';
import { refreshTokenStorage } from './refresh-token-storage.js';
import { refusedRedirect } from './refused-redirect.js';
import { requiredPkce } from './required-pkce.js';
import { responseMode } from './response-mode.js';
import { reverseDomainScheme } from './reverse-domain-scheme.js';
import type { ConnectionRule } from './rule.js';
import { sameEndpoint } from './same-endpoint.js';
import { scopeCharacters } from './scope-characters.js';
import { scopeSeparator } from './scope-separator.js';
import { secretInAuthorizationRequest } from './secret-in-authorization-request.js';
import { secretNames } from './secret-names.js';
import { shadowedTokenParameter } from './shadowed-token-parameter.js';
import { sharedRedirectUri } from './shared-redirect-uri.js';
import { swappedEndpoints } from './swapped-endpoints.js';
import { unknownParameterName } from './unknown-parameter-name.js';
import { unusedClientSecret } from './unused-client-secret.js';

/** Every rule on connections by its id, which is its file's name; a test keeps this list and the folder alike. */
export const connectionRules: Readonly<Record<string, ConnectionRule>> = {
  'access-token-path': accessTokenPath,
  'app-uri-slash': appUriSlash,
  'authorization-url-query': authorizationUrlQuery,
  'blank-text': blankText,
  'blocked-scheme': blockedScheme,
  'bridge-app-id': bridgeAppId,
  'bridge-fields': bridgeFields,
  'bridge-provider-url': bridgeProviderUrl,
  'bridge-target': bridgeTarget,
  'callback-path': callbackPath,
  'capability-connection': capabilityConnection,
  'client-id-missing': clientIdMissing,
  'code-lifetime': codeLifetime,
  'confidential-client-authentication': confidentialClientAuthentication,
  'documented-parameters': documentedParameters,
  'duplicate-id': duplicateId,
  'endpoint-domains': endpointDomains,
  'endpoints-missing': endpointsMissing,
  'error-status': errorStatus,
  'issuer-is-metadata-url': issuerIsMetadataUrl,
  'issuer-trailing-slash': issuerTrailingSlash,
  'joined-scopes': joinedScopes,
  'lifetime-order': lifetimeOrder,
  'needed-client-secret': neededClientSecret,
  'oauth-fields': oauthFields,
  'offline-access': offlineAccess,
  'parameter-names': parameterNames,
  'password-preference': passwordPreference,
  'pasted-token': pastedToken,
  'pkce-for-public-client': pkceForPublicClient,
  'pkce-methods': pkceMethods,
  placeholder: placeholder,
  'preference-reuses-secret-name': preferenceReusesSecretName,
  'protocol-parameter-in-url': protocolParameterInUrl,
  'provider-client-authentication': providerClientAuthentication,
  'provider-parameter-names': providerParameterNames,
  'provider-token-request': providerTokenRequest,
  'public-client-with-secret': publicClientWithSecret,
  'public-secret-name': publicSecretName,
  'redirect-localhost': redirectLocalhost,
  'redirect-query': redirectQuery,
  'redirect-response-parameter': redirectResponseParameter,
  'redirect-wildcard': redirectWildcard,
  'refresh-contradiction': refreshContradiction,
  'refresh-token-storage': refreshTokenStorage,
  'refused-redirect': refusedRedirect,
  'required-pkce': requiredPkce,
  'response-mode': responseMode,
  'reverse-domain-scheme': reverseDomainScheme,
  'same-endpoint': sameEndpoint,
  'scope-characters': scopeCharacters,
  'scope-separator': scopeSeparator,
  'secret-in-authorization-request': secretInAuthorizationRequest,
  'secret-names': secretNames,
  'shadowed-token-parameter': shadowedTokenParameter,
  'shared-redirect-uri': sharedRedirectUri,
  'swapped-endpoints': swappedEndpoints,
  'unknown-parameter-name': unknownParameterName,
  'unused-client-secret': unusedClientSecret,
};
