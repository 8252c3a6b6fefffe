import { call } from './api.browser.js';
import { byId, counted, element } from './dom.browser.js';

/** Which provider a tenant plays. Chosen first and then confirmed: arrow keys go through the choices one by one. */
export function providerView(desk) {
  let shownFor;

  async function show() {
    const { name, profile, initialProfile } = desk.tenant;
    const state = `${name} ${profile?.name}`;
    // A choice that is not confirmed yet outlives what else happens to the tenant.
    if (state === shownFor) return;
    shownFor = state;
    const { profiles } = await call('GET', 'profiles');
    byId('profiles').replaceChildren(
      byId('profiles').querySelector('legend'),
      choice('', 'Strict', 'OAuth 2.1 and RFC 9700, no deviation', profile === undefined),
      ...profiles.map((one) => choice(one.name, one.title, summary(one), one.name === profile?.name)),
    );
    byId('provider-initial').hidden = initialProfile === undefined || initialProfile === profile?.name;
  }

  byId('provider-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const { value } = byId('profiles').querySelector('input:checked') ?? {};
    if (value === undefined) return;
    desk.act(async () => {
      const { profile } = await desk.call('PUT', 'profile', { profile: value === '' ? null : value });
      return `${desk.tenant.name} ${profile === undefined ? 'is strict' : `plays ${profile.title}`} from here on`;
    });
  });
  byId('provider-initial').addEventListener('click', () =>
    desk.act(async () => {
      await desk.call('DELETE', 'profile');
      return `${desk.tenant.name} is as it was started`;
    }),
  );

  return { show };
}

function summary({ behaviours, fails }) {
  const failing = fails.length === 0 ? 'fails nothing' : `fails ${counted(fails.length, 'requirement')}`;
  return `${counted(behaviours.length, 'behaviour')}, ${failing}`;
}

function choice(value, title, description, checked) {
  return element(
    'label',
    {},
    element('input', { type: 'radio', name: 'profile', value, checked }),
    element('span', {}, element('b', {}, title), element('span', { class: 'soft' }, description)),
  );
}
