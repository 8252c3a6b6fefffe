import { call } from './api.browser.js';
import { byId, element, renew, setSwitch } from './dom.browser.js';

/** Every fault, with a switch and a button for a single request. */
export function faultsView(desk) {
  /** By id: the row with its switch. Made once; the catalogue does not change while the server runs. */
  let rows;

  async function show() {
    rows ??= await makeRows();
    const { faults, next } = await desk.call('GET', 'faults');
    for (const [id, { button }] of rows) setSwitch(button, faults.includes(id));
    byId('faults-in-force').hidden = faults.length + next.length === 0;
    renew(byId('faults-playing'), ...faults.map(playing), ...next.map(planned));
    search();
  }

  async function makeRows() {
    const { faults } = await call('GET', 'faults');
    const made = new Map(faults.map((fault) => [fault.id, rowOf(fault)]));
    byId('fault-list').replaceChildren(...[...made.values()].map(({ row }) => row));
    return made;
  }

  function rowOf({ id, deviation, aimedAt }) {
    const name = `fault-${id}`;
    const button = element('button', {
      role: 'switch',
      'aria-checked': 'false',
      class: 'switch bare',
      'aria-labelledby': name,
      onclick: () => toggle(id, button.getAttribute('aria-checked') !== 'true'),
    });
    const once = element('button', { 'aria-label': `Play ${id} once`, onclick: () => playOnce(id) }, 'Once');
    const aim = aimedAt && element('span', { class: 'soft' }, 'violates ', element('code', {}, aimedAt));
    const text = element(
      'div',
      { class: 'grow' },
      element('code', { id: name, class: 'name' }, id),
      element('p', {}, `The server ${deviation}.`),
      aim,
    );
    const row = element('li', {}, text, once, button);
    return { row, button, searched: `${id} ${deviation} ${aimedAt ?? ''}`.toLowerCase() };
  }

  function toggle(id, on) {
    return desk.act(async () => {
      const { faults } = await desk.call('GET', 'faults');
      await desk.call('PUT', 'faults', { faults: on ? [...faults, id] : faults.filter((one) => one !== id) });
      return `${id} is ${on ? 'on' : 'off'}`;
    });
  }

  function playOnce(fault) {
    const { value: path, selectedOptions } = byId('fault-path');
    return desk.act(async () => {
      await desk.call('POST', 'faults/next', path === '' ? { fault } : { fault, path });
      return `${fault} plays for ${selectedOptions[0].textContent}`;
    });
  }

  function playing(id) {
    const off = element(
      'button',
      { 'aria-label': `Switch ${id} off`, onclick: () => toggle(id, false) },
      'Off',
    );
    return element('li', {}, element('code', {}, id), off);
  }

  function search() {
    const words = byId('fault-search').value.toLowerCase().split(/\s+/);
    let found = 0;
    for (const { row, searched } of rows.values()) {
      row.hidden = !words.every((word) => searched.includes(word));
      if (!row.hidden) found += 1;
    }
    byId('fault-count').textContent = `${found} of ${rows.size} faults`;
  }

  byId('fault-search').addEventListener('input', () => rows && search());
  byId('faults-off').addEventListener('click', () =>
    desk.act(async () => {
      await desk.call('PUT', 'faults', { faults: [] });
      await desk.call('DELETE', 'faults/next');
      return 'All faults are off';
    }),
  );

  return { show };
}

function planned({ fault, path }) {
  return element(
    'li',
    { class: 'once' },
    element('code', {}, fault),
    ` once, at ${path ?? 'the next request'}`,
  );
}
