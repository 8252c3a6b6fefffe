import type { ConnectionRule } from './rule.js';

export const responseMode: ConnectionRule = {
  level: 'error',
  demands: 'response_mode=form_post is asked for only where the response goes to a web page.',
  remedy: 'Remove response_mode, or redirect to a web page that takes the form.',
  clause: 'OAuth 2.0 Form Post Response Mode §2',
  check({ auth: { authorizationParams, redirect } }) {
    if (authorizationParams?.response_mode !== 'form_post') return [];
    if (redirect === undefined || redirect.method === 'web') return [];
    return [
      {
        path: ['auth', 'authorizationParams', 'response_mode'],
        what: 'asks for the response as a form, and the redirect goes to an app',
        why: 'browsers hand an app the URL alone, so the code would be lost with the form',
        instead: 'Remove it, or redirect to a web page that takes the form',
      },
    ];
  },
};
