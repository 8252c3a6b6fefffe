// The report works without this: it adds filters and keys to what is already there.
(() => {
  document.addEventListener('DOMContentLoaded', () => {
    form().hidden = false;
    startFilters();
    startKeys();
  });

  // Filters. Their state stands in the address behind a question mark, after the place: #server/pkce/required?verdict=fail

  const form = () => one('#filters');
  const texts = new WeakMap();
  const textOf = (card) => {
    if (!texts.has(card)) texts.set(card, card.textContent.toLowerCase());
    return texts.get(card);
  };

  function chosen() {
    const query = new URLSearchParams();
    for (const name of ['verdict', 'severity']) {
      const values = all(`input[name=${name}]:checked`, form()).map(({ value }) => value);
      if (values.length > 0) query.set(name, values.join(','));
    }
    for (const { name, value } of all('select, input[type=search]', form()))
      if (value.trim() !== '') query.set(name, value.trim());
    return query;
  }

  function choose(query) {
    for (const box of all('input[type=checkbox]', form()))
      box.checked = (query.get(box.name) ?? '').split(',').includes(box.value);
    for (const field of all('select, input[type=search]', form())) field.value = query.get(field.name) ?? '';
    // What does not exist cannot be chosen: an old link then shows everything.
    for (const field of all('select', form())) if (field.selectedIndex === -1) field.value = '';
  }

  function apply() {
    const query = chosen();
    const wanted = (name) => (query.has(name) ? query.get(name).split(',') : undefined);
    const [verdict, severity] = [wanted('verdict'), wanted('severity')];
    const words = (query.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (name, value) => !query.has(name) || query.get(name) === value;
    const resultFits = ({ dataset, id }) =>
      (!verdict || verdict.includes(dataset.verdict)) &&
      fits('standing', dataset.standing) &&
      fits('subject', id.split(':')[0]);
    let shown = 0;
    const cards = all('.req');
    for (const card of cards) {
      const results = all('.res', card);
      for (const result of results) result.hidden = !resultFits(result);
      const fitting =
        (!severity || severity.includes(card.dataset.severity)) &&
        fits('area', card.id.split('/').slice(0, 2).join('/')) &&
        fits('level', card.dataset.level) &&
        results.some(({ hidden }) => !hidden) &&
        words.every((word) => textOf(card).includes(word));
      card.hidden = !fitting;
      if (fitting) shown++;
    }
    const filtered = query.size > 0;
    // An area whose requirements all stand among the findings says so, and is shown unless something is filtered.
    for (const group of all('.group'))
      group.hidden = group.querySelector(filtered ? '.req:not([hidden])' : '.req, .above') === null;
    document.documentElement.classList.toggle('filtered', filtered);
    one('#nothing-shown').hidden = shown > 0;
    one('#shown').textContent = filtered
      ? `${shown} of ${cards.length} requirements shown`
      : `${cards.length} requirements`;
    return query;
  }

  function place() {
    const [anchor = '', query = ''] = location.hash.slice(1).split('?');
    return { anchor: decoded(anchor), query };
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  function remember(anchor = '') {
    const query = chosen().toString();
    const hash = query === '' ? anchor : `${anchor}?${query}`;
    history.replaceState(null, '', hash === '' ? location.pathname + location.search : `#${hash}`);
    followed = location.hash;
  }

  function clear() {
    choose(new URLSearchParams());
    apply();
    remember();
  }

  /** Opens what the address points to. */
  function reveal(anchor) {
    const target = anchor === '' ? null : document.getElementById(anchor);
    if (target === null) return;
    if (target.closest('#requirements [hidden]') !== null) {
      clear();
      remember(anchor);
    }
    for (let element = target; element !== null; element = element.parentElement)
      if (element.tagName === 'DETAILS') element.open = true;
    target.scrollIntoView();
    (target.matches('details') ? target.querySelector('summary') : target).focus({ preventScroll: true });
  }

  let followed;

  /** The address says what is shown, so that Back and a link that was sent lead to the same. */
  function follow() {
    followed = location.hash;
    const { anchor, query } = place();
    choose(new URLSearchParams(query));
    apply();
    reveal(anchor);
  }

  function go(hash) {
    location.hash = hash;
    follow();
  }

  function startFilters() {
    apply();
    // The browser itself takes the focus away once it has found the place.
    addEventListener('load', follow);
    // The event comes late: whoever has moved on since is not to be called back.
    addEventListener('hashchange', () => location.hash === followed || follow());
    form().addEventListener('submit', (event) => event.preventDefault());
    form().addEventListener('input', () => {
      apply();
      remember();
    });
    document.addEventListener('click', (event) => {
      if (event.target.closest('[data-clear]')) {
        clear();
        one('#filters [name=q]').focus();
      }
      const link = event.target.closest('a[href^="#"]');
      if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      // A link to a place keeps the filters, one to a filter brings its own.
      const query = link.dataset.filter ?? chosen().toString();
      go(`${link.hash.slice(1)}${query === '' ? '' : `?${query}`}`);
    });
  }

  // Keys.

  function move(by) {
    const cards = all('.req:not([hidden])').filter((card) => card.closest('[hidden]') === null);
    const current = cards.indexOf(document.activeElement?.closest('.req'));
    const next = cards[current === -1 ? 0 : Math.min(Math.max(current + by, 0), cards.length - 1)];
    next?.querySelector('summary').focus();
  }

  function startKeys() {
    const dialog = one('#keys');
    const single = one('#single-keys');
    single.checked = stored('proofkey-keys') !== 'off';
    single.addEventListener('change', () => stored('proofkey-keys', single.checked ? 'on' : 'off'));
    one('#keys-button').addEventListener('click', () => dialog.showModal());
    document.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || dialog.open || event.isComposing) return;
      const typing = event.target.closest('input:not([type=checkbox]), select, textarea') !== null;
      if (event.key === 'Escape') {
        clear();
        if (typing) event.target.blur();
        return;
      }
      if (typing) return;
      // An arrow scrolls the page unless a requirement has the focus.
      const inList = event.target.matches('.req > summary');
      const action = {
        '/': () => one('#filters [name=q]').focus(),
        '?': () => dialog.showModal(),
        j: () => move(1),
        k: () => move(-1),
        ArrowDown: inList && (() => move(1)),
        ArrowUp: inList && (() => move(-1)),
      }[event.key];
      if (!action || (event.key.length === 1 && !single.checked)) return;
      event.preventDefault();
      action();
    });
  }
})();
