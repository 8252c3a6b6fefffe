import type { ShownResult } from './arranged.js';
import type { Html } from './markup.js';

/** What is told of one result, as far as there is room. */
export interface Details {
  observations: Html;
  reproduction?: Html;
  exchange?: Html;
  remarks?: Html;
}

export type DetailsOf = (shown: ShownResult) => Details;
