import { escaped } from './layout.js';

/** The first letter of a name in a tile, for the eye only. */
export function mark(name: string): string {
  const [letter = '?'] = name.match(/[\p{L}\p{N}]/u) ?? [];
  return `<div class="mark" aria-hidden="true">${escaped(letter.toUpperCase())}</div>`;
}
