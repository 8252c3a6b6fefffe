import { createHash } from 'node:crypto';
import type { Tenant } from './tenant.js';

/**
 * Words of a template for the resource owner and the client. `{user_uuid}` and `{client_uuid}` are UUIDs that stay the
 * same for the same one.
 */
export function identityWords(
  { users }: Tenant,
  sub: string | undefined,
  clientId: string,
): Record<string, unknown> {
  const user = users.find((candidate) => candidate.sub === sub);
  return {
    sub,
    user_uuid: uuidOf(`user ${sub}`),
    username: user?.username,
    name: user?.name,
    email: user?.email,
    client_id: clientId,
    client_uuid: uuidOf(`client ${clientId}`),
  };
}

/** RFC 9562 §5.8: version 8, whose bits may come from anywhere. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
