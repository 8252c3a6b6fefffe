import { charmiq } from './charmiq.js';
import type { Dialect } from './dialect.js';
import { jingle } from './jingle.js';
import { openapi } from './openapi.js';
import { pikku } from './pikku.js';
import { postman } from './postman.js';
import { rfc8414 } from './rfc8414.js';

/** Every notation that is understood, by its name on the command line; one more is one more file and one line here. */
export const dialects: Readonly<Record<string, Dialect>> = {
  jingle,
  pikku,
  charmiq,
  rfc8414,
  openapi,
  postman,
};
