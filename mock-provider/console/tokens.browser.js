import { byId, counted, duration, element, foreign, renew, setSwitch } from './dom.browser.js';

const kinds = { code: 'code', access_token: 'access token', refresh_token: 'refresh token' };

/** The tenant's clock, and the grants that live by it. */
export function tokensView(desk) {
  /** The clock as it was told, and when: between two answers it is counted on. */
  let told = { now: 0, frozen: true, aheadBy: 0, since: 0 };

  async function show() {
    told = { ...(await desk.call('GET', 'clock')), since: performance.now() };
    const { grants, total } = await desk.call('GET', 'grants');
    const { lifetimes } = desk.tenant;
    for (const place of document.querySelectorAll('[data-lifetime]'))
      place.textContent = duration(lifetimes[place.dataset.lifetime]);
    byId('grant-count').textContent =
      total > grants.length ? `newest ${grants.length} of ${total}` : String(total);
    renew(byId('grants'), ...grants.map(rowOf));
    byId('grants-empty').hidden = grants.length > 0;
    setSwitch(byId('clock-freeze'), told.frozen);
    const ahead = told.aheadBy > 1 ? `${duration(told.aheadBy)} ahead of this computer` : 'as this computer';
    byId('clock-ahead').textContent = told.frozen ? `stands still, ${ahead}` : ahead;
    tick();
  }

  function now() {
    return told.now + (told.frozen ? 0 : Math.floor((performance.now() - told.since) / 1000));
  }

  function tick() {
    const place = byId('clock-now');
    const shown = new Date(now() * 1000).toISOString();
    place.dateTime = shown;
    place.textContent = shown.replace('T', ' ').replace('.000Z', ' UTC');
    for (const left of document.querySelectorAll('[data-ends]')) {
      const seconds = Number(left.dataset.ends) - now();
      left.textContent = seconds > 0 ? duration(seconds) : 'ended';
    }
  }

  function rowOf(grant) {
    const { id, client_id, sub, scope } = grant;
    const alive = Object.keys(kinds).filter((kind) => grant[kind] !== undefined);
    const who = `${client_id}${sub === undefined ? '' : ` for ${sub}`}`;
    const ending = alive.includes('access_token') ? 'access_token' : alive[0];
    const cell = (attributes, ...content) => element('td', { role: 'cell', ...attributes }, ...content);
    return element(
      'tr',
      { role: 'row' },
      element('th', { scope: 'row', role: 'rowheader' }, foreign(client_id)),
      cell({}, sub === undefined ? element('span', { class: 'soft' }, 'the client itself') : foreign(sub)),
      cell({}, ...scope.flatMap((one) => [element('code', { class: 'scope' }, foreign(one)), ' '])),
      cell({}, ...alive.map((kind) => remaining(kind, grant[kind]))),
      cell(
        { class: 'do' },
        element(
          'button',
          { 'aria-label': `Expire ${kinds[ending]} of ${who}`, onclick: () => expire(id, ending) },
          `Expire ${kinds[ending]}`,
        ),
        element(
          'button',
          { class: 'danger', 'aria-label': `Revoke the grant of ${who}`, onclick: () => revoke(id) },
          'Revoke',
        ),
      ),
    );
  }

  function remaining(kind, { count, expiresAt }) {
    const several = count > 1 ? `${count} ${kinds[kind]}s ` : `${kinds[kind]} `;
    return element('div', { class: 'left' }, several, element('b', { 'data-ends': String(expiresAt) }));
  }

  const expire = (id, type) =>
    desk.act(async () => {
      await desk.call('POST', 'grants/expire', { id, type });
      return `The ${kinds[type]} has expired`;
    });
  const revoke = (id) =>
    desk.act(async () => {
      await desk.call('POST', 'grants/revoke', { id });
      return 'The grant is revoked';
    });

  byId('clock-freeze').addEventListener('click', () =>
    desk.act(async () => {
      const { frozen } = await desk.call('POST', told.frozen ? 'clock/resume' : 'clock/freeze');
      return frozen ? 'The clock stands still' : 'The clock runs';
    }),
  );
  byId('view-tokens').addEventListener('click', ({ target }) => {
    const { advance, expire: type } = target.closest('button')?.dataset ?? {};
    if (advance !== undefined) move('clock/advance', { seconds: Number(advance) });
    if (type !== undefined) move('tokens/expire', { type });
  });
  const move = (path, body) =>
    desk.act(async () => {
      const before = now();
      const after = await desk.call('POST', path, body);
      return `The clock went ${duration(after.now - before)} forward`;
    });
  byId('revoke-all').addEventListener('click', () =>
    desk.act(async () => {
      const { revokedGrants } = await desk.call('POST', 'tokens/revoke');
      return `${counted(revokedGrants, 'grant')} revoked, everybody is signed out`;
    }),
  );
  setInterval(() => byId('view-tokens').hidden || tick(), 1000);

  return { show };
}
