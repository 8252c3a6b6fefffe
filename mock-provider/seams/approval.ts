import type { AuthorizationExchange } from '../endpoints/authorization.js';
import type { InteractionExchange } from '../endpoints/interaction.js';
import type { ValidatedRequest } from '../store.js';

/** Consent of the resource owner (RFC 6749 §3.1, §10.12). */
export interface ApprovalSeam {
  /** Whether a page must ask before this request is granted. */
  required(exchange: AuthorizationExchange): boolean;
  /** Whether a form was sent by the page that this browser was shown, and by no other (RFC 6749 §10.12). */
  authentic(exchange: InteractionExchange): boolean;
  /** Attributes of the session cookie beside path and Secure: no script reads it, no foreign page sends it along. */
  cookieAttributes(): string;
  decision(form: URLSearchParams): 'approve' | 'deny' | undefined;
  /** Further hidden fields of the approval form. */
  hiddenFields(request: ValidatedRequest): Record<string, string>;
  /** The request that an approval grants: the stored one, whatever the form says. */
  granted(stored: ValidatedRequest, form: URLSearchParams): ValidatedRequest;
}

export const approval: ApprovalSeam = {
  required: ({ tenant }) => tenant.approval === 'pages',
  authentic({ tenant, request, session, interaction, form }) {
    const origin = request.headers.origin;
    if (origin !== undefined && origin !== tenant.origin) return false;
    return session?.id === interaction.sessionId && form.get('csrf') === interaction.csrf;
  },
  cookieAttributes: () => 'HttpOnly; SameSite=Lax',
  decision(form) {
    const pressed = form.get('decision');
    return pressed === 'approve' || pressed === 'deny' ? pressed : undefined;
  },
  hiddenFields: () => ({}),
  granted: (stored) => stored,
};
