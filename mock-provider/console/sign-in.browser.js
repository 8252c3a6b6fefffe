import { call } from './api.browser.js';
import { byId, sentence } from './dom.browser.js';

/**
 * Exchanges what opens the console, where the address has it behind the #, for the cookie. It leaves the address before
 * anything else happens, so that neither history, nor bookmark, nor screenshot keeps it. Whether there was something.
 */
export async function signInWithFragment() {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const [token, ticket] = [fragment.get('token'), fragment.get('ticket')];
  if (token === null && ticket === null) return false;
  history.replaceState(null, '', location.pathname);
  await call('POST', 'session', token === null ? { ticket } : { token });
  return true;
}

/** Asks for the token; calls `then` once it was good. */
export function showSignIn(problem, then) {
  byId('sign-in').hidden = false;
  showProblem(problem);
  byId('sign-in-form').onsubmit = async (event) => {
    event.preventDefault();
    const field = byId('sign-in-token');
    try {
      await call('POST', 'session', { token: field.value });
      field.value = '';
      showProblem(undefined);
      await then();
    } catch ({ message }) {
      showProblem(message);
      field.select();
    }
  };
  byId('sign-in-token').focus();
}

function showProblem(problem) {
  const [place, field] = [byId('sign-in-problem'), byId('sign-in-token')];
  place.hidden = problem === undefined;
  place.textContent = sentence(problem ?? '');
  if (problem === undefined) {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  } else {
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', 'sign-in-problem');
  }
}
