import { environmentReference } from '../environment-references.js';
import { hostnameOf } from '../urls.js';
import type { Objection, SubjectRule } from './rule.js';

const message =
  'is not a host name, so it would never match a host that metadata names. Write it without scheme and path, for example login.example or login.example:8443';

export const hostName: SubjectRule = {
  demands: 'Each further host is a host name, with or without port.',
  remedy: 'Write the bare host name, for example login.example.',
  check: ({ subject }) =>
    (subject.server?.hosts ?? []).flatMap((entry, index): Objection[] =>
      hostnameOf(entry) !== undefined || entry.search(environmentReference) !== -1
        ? []
        : [{ path: ['server', 'hosts', index], message }],
    ),
};
