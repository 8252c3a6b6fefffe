import { duplicateId } from './duplicate-id.js';
import { pkceForPublicClient } from './pkce-for-public-client.js';
import { refreshTokenStorage } from './refresh-token-storage.js';
import type { ConnectionRule } from './rule.js';

/** Every rule on connections by its id, which is its file's name; a test keeps this list and the folder alike. */
export const connectionRules: Readonly<Record<string, ConnectionRule>> = {
  'duplicate-id': duplicateId,
  'pkce-for-public-client': pkceForPublicClient,
  'refresh-token-storage': refreshTokenStorage,
};
