import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/injection/crlf',
  deviation: 'writes Location from the decoded state by hand',
  seams: {
    authorizationResponse: (rules) => ({
      redirect(location, afterPost) {
        const reply = rules.redirect(location, afterPost);
        const [, before = location, encoded = ''] = /^(.*[?&]state=)([^&#]*)/.exec(location) ?? [];
        const [state, ...lines] = (new URLSearchParams(`state=${encoded}`).get('state') ?? '').split('\r\n');
        if (lines.length === 0) return reply;
        // Node refuses a line break in a header: what would follow it on the wire goes out as the header it becomes.
        const split = lines.map((line) => [line.split(':', 1)[0], line.replace(/^[^:]*:/, '')]);
        return {
          ...reply,
          headers: { ...reply.headers, location: `${before}${state}`, ...Object.fromEntries(split) },
        };
      },
    }),
  },
};
