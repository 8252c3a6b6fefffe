import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { calls } from './calls.js';
import { loginCompletes } from './login-completes.js';
import { refreshes } from './refreshes.js';
import { revokes } from './revokes.js';

/** Shows that the client works with a correct provider. Called by its own spec, and around every negative one. */
export type ClientControl = (client: ClientUnderTest, judge: Judge) => Promise<void>;

/** Positive controls of client rows: an untouched run of the operations that a row uses. */
export const clientControls = {
  'client/code/login-completes': loginCompletes,
  'the client refreshes': refreshes,
  'the client calls its resource': calls,
  'the client revokes': revokes,
} satisfies Record<string, ClientControl>;

export type ClientControlId = keyof typeof clientControls;
