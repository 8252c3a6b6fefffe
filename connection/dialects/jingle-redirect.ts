import { redirectUrlOf } from '../redirect-url.js';
import type { ConnectionAuth } from '../subject.js';
import { quote } from '../subject-file-error.js';
import type { Fields } from './fields.js';
import { isScheme, redirectOf } from './redirect.js';
import { holdsSecret } from './secrets.js';

type Redirect = NonNullable<ConnectionAuth['redirect']>;

/** What the released Jingle takes for a callback, whatever a manifest declares. */
const matched = new Set(['jingle://oauth/callback', 'jingle:/oauth/callback']);

/** The redirect union of a manifest, or one of the documented shapes as a URI. */
export function jingleRedirect(auth: Fields): Redirect | undefined {
  const value = auth.take('redirect');
  const redirect = typeof value === 'string' ? fromUri(auth, value) : fromUnion(auth.object('redirect'));
  if (redirect === undefined) return undefined;
  const uri = redirectUrlOf({ id: '', provider: '', title: '', auth: { type: 'oauth', redirect } }) ?? '';
  if (redirect.method !== 'web' && !matched.has(uri))
    auth.lost(
      'redirect',
      `is carried over as written, but not as something that works in Jingle: the released one takes ${[...matched].join(' and ')} for callbacks and drops ${quote(uri)}, though the documentation shows such shapes`,
    );
  if (redirect.method === 'web' && uri.includes('?'))
    auth.assume(
      'redirect',
      'it has a query, so the server is taken to append code and state with "&" (RFC 6749 section 3.1.2); those that append "?code=" break it',
    );
  return redirect;
}

function fromUri(auth: Fields, uri: string): Redirect | undefined {
  const redirect = holdsSecret(uri) ? undefined : redirectOf(uri);
  if (redirect === undefined)
    auth.lost(
      'redirect',
      'is none of the shapes https://host/path, scheme://path and scheme:/path. Write redirect by hand',
    );
  else auth.assume('redirect', `is a URI there, and is taken for the method ${redirect.method}`);
  return redirect;
}

function fromUnion(fields: Fields | undefined): Redirect | undefined {
  if (fields === undefined) return undefined;
  const redirect = ofMethod(fields, fields.text('method'));
  fields.leftover('does not belong to this redirect method');
  return redirect;
}

function ofMethod(fields: Fields, method: string | undefined): Redirect | undefined {
  switch (method) {
    case 'web': {
      const redirectUrl = fields.url('redirectUrl');
      return redirectUrl === undefined ? undefined : { method, redirectUrl };
    }
    case 'app-scheme': {
      const [scheme, callbackPath] = [schemeOf(fields, 'scheme'), fields.text('callbackPath')];
      return scheme === undefined || callbackPath === undefined
        ? undefined
        : { method, scheme, callbackPath };
    }
    case 'app-uri': {
      const [uriScheme, callbackPath] = [schemeOf(fields, 'uriScheme'), fields.text('callbackPath')];
      return uriScheme === undefined || callbackPath === undefined
        ? undefined
        : { method, uriScheme, callbackPath };
    }
    default:
      if (method !== undefined)
        fields.lost(
          'method',
          `is ${quote(method)}, and Jingle has web, app-scheme and app-uri. Its own validator takes any other word for app-uri, so nothing is carried over. Write redirect by hand`,
        );
      return undefined;
  }
}

function schemeOf(fields: Fields, name: string): string | undefined {
  const scheme = fields.text(name);
  if (scheme === undefined || isScheme(scheme)) return scheme;
  fields.lost(
    name,
    `is ${quote(scheme)}, and a scheme is lower-case letters, digits, "+", "." and "-", without "://"`,
  );
  return undefined;
}
