/**
 * The closed list of places where the mock can deviate. Each seam holds the correct rules of one subject as small
 * functions; a fault replaces some of them. A deviation that no seam can express asks for a new rule here, never
 * for an `if` elsewhere.
 */
import { type AccessTokenSeam, accessToken } from './access-token.js';
import { type ApprovalSeam, approval } from './approval.js';
import { type AuthorizationRequestSeam, authorizationRequest } from './authorization-request.js';
import { type AuthorizationResponseSeam, authorizationResponse } from './authorization-response.js';
import { type ClientAuthenticationSeam, clientAuthentication } from './client-authentication.js';
import { type CodeSeam, code } from './code.js';
import { type IdTokenSeam, idToken } from './id-token.js';
import { type IntrospectionSeam, introspection } from './introspection.js';
import { type JwksSeam, jwks } from './jwks.js';
import { type MetadataSeam, metadata } from './metadata.js';
import { type PageSeam, page } from './page.js';
import { type RefreshTokenSeam, refreshToken } from './refresh-token.js';
import { type RegistrationSeam, registration } from './registration.js';
import { type ResourceSeam, resource } from './resource.js';
import { type RevocationSeam, revocation } from './revocation.js';
import { type TokenRequestSeam, tokenRequest } from './token-request.js';
import { type TokenResponseSeam, tokenResponse } from './token-response.js';
import { type TransportSeam, transport } from './transport.js';

export interface Seams {
  metadata: MetadataSeam;
  authorizationRequest: AuthorizationRequestSeam;
  approval: ApprovalSeam;
  authorizationResponse: AuthorizationResponseSeam;
  page: PageSeam;
  clientAuthentication: ClientAuthenticationSeam;
  tokenRequest: TokenRequestSeam;
  tokenResponse: TokenResponseSeam;
  code: CodeSeam;
  refreshToken: RefreshTokenSeam;
  accessToken: AccessTokenSeam;
  idToken: IdTokenSeam;
  jwks: JwksSeam;
  revocation: RevocationSeam;
  introspection: IntrospectionSeam;
  registration: RegistrationSeam;
  resource: ResourceSeam;
  transport: TransportSeam;
}

export const correctSeams: Seams = {
  metadata,
  authorizationRequest,
  approval,
  authorizationResponse,
  page,
  clientAuthentication,
  tokenRequest,
  tokenResponse,
  code,
  refreshToken,
  accessToken,
  idToken,
  jwks,
  revocation,
  introspection,
  registration,
  resource,
  transport,
};
