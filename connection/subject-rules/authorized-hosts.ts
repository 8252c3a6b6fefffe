import { contactedHosts } from '../urls.js';
import type { SubjectRule } from './rule.js';

/** Judged by name, since loading does no look-ups; the resolved address is judged again before the first request. */
export const authorizedHosts: SubjectRule = {
  demands: 'A server that is not on this machine is tested only if the file says who permits it.',
  remedy: 'Add who permits the test, in words: authorized: "we operate this staging host".',
  check: ({ subject }) => {
    // A connection without `server` is only checked as a manifest; nothing is sent anywhere.
    if (subject.server === undefined || subject.server.authorized !== undefined) return [];
    const remote = contactedHosts(subject).filter(({ loopback }) => !loopback);
    const names = [...new Set(remote.map(({ hostname }) => hostname))];
    if (names.length === 0) return [];
    const shown =
      names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
    const message = `is missing, and ${shown} would be attacked: that needs the operator's permission. Add who gives it, in words, for example: authorized: "we operate this staging host"`;
    return [{ path: ['server', 'authorized'], message }];
  },
};
