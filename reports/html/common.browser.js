// What both scripts of the report use: the three are one in the page.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);

/** Some browsers keep nothing for pages that are opened from disk. */
const stored = (key, value) => {
  try {
    if (value === undefined) return localStorage.getItem(key);
    localStorage.setItem(key, value);
  } catch {
    // Then it is not remembered.
  }
  return null;
};
