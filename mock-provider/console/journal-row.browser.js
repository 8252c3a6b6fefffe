import { element, foreign, timeOfDay } from './dom.browser.js';
import { journalDetails } from './journal-details.browser.js';

/** The row of a request, and the hidden one below it with its details, which are made when they are first asked for. */
export function rowsOf(entry) {
  const cell = element('td');
  const details = element('tr', { class: 'details', id: `journal-${entry.number}`, hidden: true }, cell);
  const toggle = element('button', {
    class: 'toggle',
    'aria-expanded': 'false',
    'aria-controls': details.id,
    'aria-label': `Details of request ${entry.number}`,
  });
  const row = element('tr', { class: 'entry' }, ...cellsOf(entry), element('td', {}, toggle));
  row.searched = JSON.stringify(entry).toLowerCase();
  row.addEventListener('click', () => {
    if (getSelection()?.toString()) return;
    row.opened = !row.opened;
    if (row.opened && cell.childElementCount === 0) cell.append(journalDetails(entry));
    // A narrow screen has fewer columns.
    cell.colSpan = [...row.cells].filter(({ offsetParent }) => offsetParent !== null).length;
    details.hidden = !row.opened;
    toggle.setAttribute('aria-expanded', String(row.opened));
  });
  return [row, details];
}

/** The step stands in a column of its own or, on a narrow screen, below the request. */
function cellsOf({ at, method, path, status, decidedBy, error }) {
  return [
    element('td', {}, element('span', { class: `status s${String(status)[0]}` }, String(status))),
    element(
      'td',
      { class: 'request' },
      element('b', {}, foreign(method)),
      ' ',
      foreign(path),
      error && problemOf(error),
      element('code', { class: 'narrow soft' }, decidedBy),
    ),
    element('td', { class: 'wide' }, element('code', {}, decidedBy)),
    element('td', { class: 'wide soft' }, timeOfDay(at)),
  ];
}

function problemOf({ code, description }) {
  return element(
    'span',
    { class: 'entry-problem' },
    element('code', {}, foreign(code)),
    ' ',
    foreign(description),
  );
}
