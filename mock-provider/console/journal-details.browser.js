import { element, foreign } from './dom.browser.js';

const parts = [
  ['Query', 'query'],
  ['Form', 'form'],
  ['Headers', 'headers'],
];

/** All that the journal keeps of one request. */
export function journalDetails(entry) {
  const tables = parts
    .filter(([, part]) => Object.keys(entry[part]).length > 0)
    .map(([title, part]) => parameters(title, entry[part]));
  const answer = {
    status: String(entry.status),
    'decided by': entry.decidedBy,
    ...(entry.location === undefined ? {} : { location: entry.location }),
    ...(entry.error === undefined ? {} : { error: entry.error.code, description: entry.error.description }),
  };
  return element('div', { class: 'parts' }, ...tables, parameters('Answer', answer));
}

function parameters(title, values) {
  const rows = Object.entries(values).map(([name, value]) =>
    element('tr', {}, element('th', { scope: 'row' }, foreign(name)), element('td', {}, foreign(value))),
  );
  return element('table', {}, element('caption', {}, title), element('tbody', {}, ...rows));
}
