import type { Submission } from '../../fixtures/user-agent/user-agent.js';
import { type ApprovalPage, approvalOf } from './approval-page.js';

/** A page that the resource owner of session A visits while logged in. */
const foreignOrigin = 'https://evil.example';

const antiForgeryName = /csrf|xsrf|authenticity|^_?token$|verification|nonce|state|signature|hash/i;
/** Long, without a word in it: nobody wrote it by hand. */
const unguessable = /^(?=.*\d)[A-Za-z0-9+/=_.~:-]{16,}$/;

/**
 * The approval of session A as an attacker can make it, who sees no more than an approval page of a session of
 * their own, B: the same wherever A and B do not differ, B's values elsewhere. What differs is the server's
 * unguessable part, whether it stands in a field or in the URL.
 */
export function forgedFrom(
  theirs: ApprovalPage,
  known: (field: [string, string]) => boolean = () => true,
): Submission {
  const { action, method, fields } = approvalOf(theirs);
  return { action, method, fields: fields.filter(known), origin: foreignOrigin };
}

/** Fields that are the same in both sessions and are no anti-forgery value. */
export function withoutAntiForgery(
  mine: ApprovalPage,
  theirs: ApprovalPage,
): (field: [string, string]) => boolean {
  const own = approvalOf(mine);
  const parameters = Object.values(theirs.request.parameters);
  return ([name, value]) =>
    own.fields.some(([field, content]) => field === name && content === value) &&
    !(
      own.hidden.includes(name) &&
      (antiForgeryName.test(name) || (unguessable.test(value) && !parameters.includes(value)))
    );
}

/**
 * Whether the two approvals differ in nothing although they hold an anti-forgery value: it is a constant, or it
 * belongs to the user and not to the session, and with one user nobody can tell which.
 */
export function sharesAntiForgery(mine: ApprovalPage, theirs: ApprovalPage): boolean {
  const [one, other] = [approvalOf(mine), approvalOf(theirs)];
  const same = one.action === other.action && JSON.stringify(one.fields) === JSON.stringify(other.fields);
  return same && !one.fields.every(withoutAntiForgery(mine, theirs));
}
