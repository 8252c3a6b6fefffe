import type { Metadata } from '../../fixtures/server/discovery.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { shapeOf } from './token-response.js';

/** Members that RFC 8414 §2, OpenID Connect Discovery §3 and the extensions registered with them define as flags. */
const flags = /_(parameter|logout|session)_supported$/;
/** … and as lists of strings. */
const lists = /^(scopes|claims)_supported$|_(values|types|modes|methods|locales)_supported$/;

/** Required, and empty where there is no authorization endpoint. */
const mayBeEmpty = ['response_types_supported'];

/** The types that a member may have, undefined for one that nobody defined. */
function definedType(member: string): 'a string' | 'a boolean' | 'an array of strings' | undefined {
  if (/_(endpoint|uri)$/.test(member) || member === 'issuer') return 'a string';
  if (flags.test(member)) return 'a boolean';
  return lists.test(member) ? 'an array of strings' : undefined;
}

function typeOf(value: unknown): string {
  const ofStrings = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return ofStrings ? 'an array of strings' : shapeOf(value);
}

/** Every member of a metadata document has the type that is defined for it (RFC 8414 §2, §3.2). */
export function verifyMemberTypes(judge: Judge, document: Metadata): void {
  for (const [member, value] of Object.entries(document)) {
    const type = definedType(member);
    if (type === undefined) {
      if (member.endsWith('_supported')) judge.note(`${member} is unknown here: ${typeOf(value)}`);
    } else if (
      value === null ||
      (Array.isArray(value) && value.length === 0 && !mayBeEmpty.includes(member))
    ) {
      judge.warn({
        expected: `${member}, ${type}, or left out`,
        received: value === null ? 'null' : 'an empty list',
      });
    } else if (typeOf(value) !== type && !(type === 'a string' && value === '')) {
      judge.fail({ expected: `${member}, ${type}`, received: typeOf(value) });
    }
  }
}

/** The members that the offered flows need are there (RFC 8414 §2). */
export function verifyRequiredMembers(judge: Judge, document: Metadata): void {
  const need = (member: string, present: boolean, why: string) => {
    if (!present) judge.fail({ expected: `${member}, ${why}`, received: typeOf(document[member]) });
  };
  const text = (member: string) => typeof document[member] === 'string' && document[member] !== '';
  const types = document.response_types_supported;
  const ofStrings = typeOf(types) === 'an array of strings';
  const offered = ofStrings ? (types as string[]) : [];
  const offersCode = offered.some((type) => type.split(' ').includes('code'));
  const grants = document.grant_types_supported;
  const implicitOnly = Array.isArray(grants) ? grants.every((grant) => grant === 'implicit') : false;
  need('issuer', text('issuer'), 'a string');
  need('response_types_supported', ofStrings, 'an array of strings');
  need(
    'authorization_endpoint',
    text('authorization_endpoint') || !offersCode,
    'since a code response type is offered',
  );
  need(
    'response_types_supported',
    offered.length > 0 || document.authorization_endpoint === undefined,
    'not empty, since there is an authorization endpoint',
  );
  need('token_endpoint', text('token_endpoint') || implicitOnly, 'a string');
}
