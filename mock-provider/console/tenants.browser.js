import { call } from './api.browser.js';
import { byId, copyButton, element, renew } from './dom.browser.js';

/** All tenants of the server. */
export function tenantsView(desk) {
  let profilesListed = false;

  async function show() {
    renew(byId('tenant-rows'), ...desk.tenants.map(rowOf));
    if (profilesListed) return;
    const { profiles } = await call('GET', 'profiles');
    byId('tenant-profile').replaceChildren(
      element('option', { value: '' }, 'strict'),
      ...profiles.map(({ name, title }) => element('option', { value: name }, title)),
    );
    profilesListed = true;
  }

  function rowOf({ name, issuer, profile, removable }) {
    const shown = name === desk.tenant.name;
    const open = element(
      'button',
      {
        disabled: shown,
        'aria-label': `${shown ? 'Shown' : 'Show'} ${name}`,
        onclick: () => desk.choose(name),
      },
      shown ? 'Shown' : 'Show',
    );
    const remove = element(
      'button',
      { class: 'danger', 'aria-label': `Remove ${name}`, onclick: () => removeTenant(name) },
      'Remove',
    );
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      element('td', {}, element('code', {}, issuer), copyButton(issuer, `issuer of ${name}`)),
      element('td', {}, profile?.title ?? 'strict'),
      element('td', { class: 'do' }, open, removable && remove),
    );
  }

  function removeTenant(name) {
    if (!confirm(`Remove the tenant ${name} with its clients, tokens and journal?`)) return;
    desk.act(async () => {
      await call('DELETE', `tenants/${encodeURIComponent(name)}`);
      return `${name} is gone`;
    });
  }

  byId('tenant-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const name = byId('tenant-name').value;
    const profile = byId('tenant-profile').value;
    desk.act(async () => {
      await call('POST', 'tenants', {
        name,
        path: byId('tenant-place').value === 'path',
        approval: byId('tenant-approval').value,
        ...(profile === '' ? {} : { profile }),
      });
      byId('tenant-name').value = '';
      return `${name} is there`;
    });
  });

  return { show };
}
