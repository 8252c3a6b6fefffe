import { ApiProblem, call, signedOut } from './api.browser.js';
import { connectView } from './connect.browser.js';
import { byId, element, notice, sentence } from './dom.browser.js';
import { faultsView } from './faults.browser.js';
import { journalView } from './journal.browser.js';
import { providerView } from './provider.browser.js';
import { showSignIn, signInWithFragment } from './sign-in.browser.js';
import { showState } from './state.browser.js';
import { tenantsView } from './tenants.browser.js';
import { tokensView } from './tokens.browser.js';

const titles = new Map(
  [...document.querySelectorAll('nav a')].map((link) => [
    link.hash.slice(1),
    link.firstChild.textContent.trim(),
  ]),
);

/** What the views share: which tenant they show, and how they call, tell and show anew. */
const desk = {
  tenants: [],
  tenant: undefined,
  /** Calls the admin API for the tenant that is shown. */
  call: (method, path, body) => call(method, `tenants/${encodeURIComponent(desk.tenant.name)}/${path}`, body),
  /**
   * Does what a person asked for, shows what has become of it, and then says it in the words that the action returns;
   * shows a problem where it did not work.
   */
  async act(action) {
    try {
      const said = await action();
      await refresh();
      if (said !== undefined) notice(said);
    } catch (error) {
      showProblem(error);
    }
  },
  choose,
  refresh: () => desk.act(async () => {}),
};

const views = {
  connect: connectView(desk),
  journal: journalView(desk),
  faults: faultsView(desk),
  provider: providerView(desk),
  tokens: tokensView(desk),
  tenants: tenantsView(desk),
};

function showProblem(error) {
  if (!(error instanceof ApiProblem)) throw error;
  const place = byId('problem');
  place.textContent = sentence(error.message);
  place.hidden = false;
}

async function refresh() {
  desk.tenants = (await call('GET', 'tenants')).tenants;
  const name = desk.tenant?.name ?? sessionStorage.getItem('tenant');
  desk.tenant = desk.tenants.find((tenant) => tenant.name === name) ?? desk.tenants[0];
  byId('problem').hidden = true;
  showTenants();
  showState(desk.tenant);
  views.journal.follow(desk.tenant.name);
  await views[shownView()].show();
}

function showTenants() {
  const options = desk.tenants.map(({ name }) =>
    element('option', { value: name, selected: name === desk.tenant.name }, name),
  );
  byId('tenant').replaceChildren(...options);
}

function choose(name) {
  desk.tenant = desk.tenants.find((tenant) => tenant.name === name);
  sessionStorage.setItem('tenant', name);
  return desk.refresh();
}

function shownView() {
  const asked = location.hash.slice(1);
  return Object.hasOwn(views, asked) ? asked : 'connect';
}

function showView() {
  const shown = shownView();
  for (const name of Object.keys(views)) byId(`view-${name}`).hidden = name !== shown;
  for (const link of document.querySelectorAll('nav a')) {
    if (link.hash === `#${shown}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  document.title = `${titles.get(shown)} · Proofkey mock`;
}

async function open() {
  byId('sign-in').hidden = true;
  byId('desk').hidden = false;
  showView();
  await desk.refresh();
}

function close(problem) {
  views.journal.unfollow();
  byId('desk').hidden = true;
  document.title = 'Sign in · Proofkey mock';
  showSignIn(problem, open);
}

byId('tenant').addEventListener('change', ({ target }) => choose(target.value));
byId('sign-out').addEventListener('click', () => call('DELETE', 'session').then(() => close(), showProblem));
signedOut.addEventListener('ended', () => close('Your session has ended. Sign in again.'));

addEventListener('hashchange', async () => {
  if (location.hash === '#main') {
    history.replaceState(null, '', `#${[...titles.keys()].find((name) => !byId(`view-${name}`).hidden)}`);
    byId('main').focus();
    return;
  }
  if (await signInWithFragment().catch(({ message }) => close(message))) return open();
  if (byId('desk').hidden) return;
  showView();
  byId('main').focus();
  scrollTo(0, 0);
  await desk.refresh();
});
// Others change the same server: tests, the client, another tab.
addEventListener('focus', () => {
  if (!byId('desk').hidden) desk.refresh();
});

try {
  await signInWithFragment();
  const { signedIn } = await call('GET', 'session');
  if (signedIn) await open();
  else close();
} catch (error) {
  close(error.message);
}
