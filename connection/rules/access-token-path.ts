import type { ConnectionRule } from './rule.js';

export const accessTokenPath: ConnectionRule = {
  level: 'error',
  demands: 'accessTokenPath names a member at each step, and only one in a form.',
  remedy:
    'Write the names of the members from the outside in, joined by single dots, as authed_user.access_token.',
  check({ auth: { tokenResponse = {} } }) {
    const { accessTokenPath: path, format } = tokenResponse;
    if (path === undefined) return [];
    const members = path.split('.');
    const isBlank = members.some((member) => member.trim() === '');
    if (!isBlank && (format !== 'form' || members.length === 1)) return [];
    return [
      {
        path: ['auth', 'tokenResponse', 'accessTokenPath'],
        what: isBlank
          ? 'has a step without a name'
          : 'has several steps, and a form has no members in members',
        why: 'no response has a member there, so every access token would be missed',
        instead: 'Write the names joined by single dots, for example authed_user.access_token',
      },
    ];
  },
};
