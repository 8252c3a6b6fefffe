import { byId, counted, setSwitch } from './dom.browser.js';
import { rowsOf } from './journal-row.browser.js';
import { JournalStream } from './journal-stream.browser.js';

/** Rows that the page keeps; the server keeps 1000. */
const limit = 500;
/** Milliseconds between two things said to a screen reader, and how many requests are told one by one. */
const breath = 3000;
const tellable = 3;
/** Milliseconds of quiet after which what requests have changed is shown. */
const quiet = 400;

/** The live journal, newest on top. */
export function journalView(desk) {
  const rows = byId('journal-rows');
  const stream = new JournalStream(receive, showLive);
  let paused = false;
  let waiting = [];
  let untold = [];
  let drawing = false;

  function receive(entry) {
    waiting.push(entry);
    if (waiting.length > limit) waiting.shift();
    if (untold.length < limit) untold.push(entry);
    if (drawing) return;
    drawing = true;
    requestAnimationFrame(draw);
  }

  function draw() {
    drawing = false;
    if (paused) return showCount(paused, waiting.length);
    if (waiting.length === 0) return;
    rows.prepend(...waiting.reverse().flatMap(rowsOf));
    waiting = [];
    while (rows.children.length > 2 * limit) rows.lastElementChild.remove();
    filter();
    noteChange(desk);
  }

  function filter() {
    const wanted = byId('journal-filter').value.trim().toLowerCase();
    for (const row of rows.querySelectorAll('tr.entry')) {
      row.hidden = !row.searched.includes(wanted);
      row.nextElementSibling.hidden = row.hidden || !row.opened;
    }
    showCount(paused, waiting.length);
  }

  function empty() {
    waiting = [];
    untold = [];
    rows.replaceChildren();
    showCount(paused, 0);
  }

  byId('journal-filter').addEventListener('input', filter);
  byId('journal-pause').addEventListener('click', ({ currentTarget }) => {
    paused = !paused;
    setSwitch(currentTarget, paused);
    draw();
  });
  byId('journal-clear').addEventListener('click', () =>
    desk.act(async () => {
      await desk.call('DELETE', 'journal');
      empty();
      return 'The journal is empty';
    }),
  );
  setInterval(() => {
    if (!paused && !byId('view-journal').hidden) tell(untold);
    untold = [];
  }, breath);

  return {
    show: async () => showCount(paused, waiting.length),
    follow(tenant) {
      if (stream.follows(tenant)) return;
      empty();
      stream.follow(tenant);
    },
    unfollow() {
      stream.end();
      empty();
    },
  };
}

/** A flood is told as a number: whoever listens must be able to follow. */
function tell(entries) {
  if (entries.length === 0) return;
  byId('journal-said').textContent =
    entries.length > tellable ? `${entries.length} requests` : entries.map(spoken).join('. ');
}

function spoken({ method, path, status, decidedBy, error }) {
  return `${method} ${path} ${status}, decided by ${decidedBy}${error === undefined ? '' : `, ${error.code}`}`;
}

/** What requests change elsewhere (a fault that played once, a grant) is shown once they are over. */
function noteChange(desk) {
  clearTimeout(noteChange.timer);
  noteChange.timer = setTimeout(() => {
    if (!byId('view-tokens').hidden || !byId('view-faults').hidden) desk.refresh();
  }, quiet);
}

function showCount(paused, waiting) {
  const all = [...byId('journal-rows').querySelectorAll('tr.entry')];
  const shown = all.filter((row) => !row.hidden).length;
  const filtered = shown === all.length ? '' : `${shown} of `;
  const held = paused && waiting > 0 ? `, ${waiting} waiting` : '';
  byId('journal-count').textContent = `${filtered}${counted(all.length, 'request')}${held}`;
  byId('journal-empty').hidden = all.length > 0;
  const badge = byId('journal-badge');
  badge.hidden = all.length === 0;
  badge.textContent = all.length === limit ? `${limit}+` : String(all.length);
}

function showLive(live) {
  const place = byId('journal-live');
  place.className = live ? 'live on' : 'live';
  place.textContent = live ? 'Live' : 'Connecting again …';
}
