import { byId, counted, duration, element } from './dom.browser.js';

/** The line beside the tenant's name: what it plays, and what of it is not as usual. */
export function showState({ profile, faults, clock }) {
  const ahead = clock.aheadBy > 1 ? `clock ${duration(clock.aheadBy)} ahead` : undefined;
  const states = [
    ['', profile === undefined ? 'strict' : `plays ${profile.title}`],
    ['warn', faults.length > 0 && `${counted(faults.length, 'fault')} on`],
    ['warn', clock.frozen ? 'clock frozen' : ahead],
  ].filter(([, text]) => text);
  byId('state').replaceChildren(...states.map(([kind, text]) => element('li', { class: kind }, text)));
  const badge = byId('faults-badge');
  badge.hidden = faults.length === 0;
  badge.textContent = String(faults.length);
}
