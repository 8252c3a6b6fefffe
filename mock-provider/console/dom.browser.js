export const byId = (id) => document.getElementById(id);

/**
 * An element with attributes and children; texts become text nodes, never HTML, and what is undefined or false is left
 * out. A function is the listener of the event that its attribute names (`onclick`).
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** Text that others wrote (names, values of requests): its direction of writing turns nothing around it. */
export const foreign = (text) => element('bdi', {}, String(text));

/** The API's messages begin small, as they follow the name of a program elsewhere. */
export const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** `1 grant`, `2 grants`. */
export const counted = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Says what was done, to the eye and to a screen reader, without taking the focus. */
export function notice(text) {
  const place = byId('notice');
  place.textContent = text;
  clearTimeout(notice.ending);
  notice.ending = setTimeout(() => {
    place.textContent = '';
  }, 5000);
}

/** `what` completes "Copy …" for those who do not see what the button stands beside. */
export function copyButton(text, what) {
  const button = element('button', { type: 'button', class: 'copy', 'aria-label': `Copy ${what}` }, 'Copy');
  button.addEventListener('click', async () => {
    const value = typeof text === 'function' ? text() : text;
    const done = await navigator.clipboard?.writeText(value).then(
      () => true,
      () => false,
    );
    notice(done ? `Copied ${what}` : 'This browser does not let the page copy; select the text instead');
  });
  return button;
}

/** A term and its values in a list of facts, each value with a button that copies it. */
export function fact(term, values, what = term) {
  const shown = values.map((value) =>
    element('dd', {}, element('code', {}, foreign(value)), copyButton(value, what)),
  );
  return [element('dt', {}, term), ...(shown.length > 0 ? shown : [element('dd', {}, 'none')])];
}

/**
 * Gives a container new children. Whoever stood on one of the former with the keyboard then stands on the one of the same
 * label, or on the content as a whole where it is gone.
 */
export function renew(container, ...children) {
  const left = container.contains(document.activeElement) ? document.activeElement : undefined;
  const label = left?.getAttribute('aria-label');
  container.replaceChildren(...children);
  if (left === undefined) return;
  const same =
    label &&
    [...container.querySelectorAll('[aria-label]')].find((one) => one.getAttribute('aria-label') === label);
  (same || byId('main')).focus({ preventScroll: true });
}

export function setSwitch(button, on) {
  button.setAttribute('aria-checked', String(on));
}

/** `3600` as `1 h`: one unit, or two where the smaller one matters. */
export function duration(seconds) {
  const units = [
    ['d', 86400],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
  ];
  const at = units.findIndex(([, size]) => seconds >= size);
  if (at < 0) return '0 s';
  const [unit, size] = units[at];
  const rest = seconds % size;
  const [nextUnit, nextSize] = units[at + 1] ?? [];
  const more = nextSize === undefined || rest < nextSize ? '' : ` ${Math.floor(rest / nextSize)} ${nextUnit}`;
  return `${Math.floor(seconds / size)} ${unit}${more}`;
}

export const timeOfDay = (seconds) => new Date(seconds * 1000).toLocaleTimeString('en-GB');
