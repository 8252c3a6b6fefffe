/** For tests: a report with everything that is hard to write down. */
import type { FindingsReport } from './findings-report.js';

/** Clears the screen, then writes from right to left. */
export const steering = '\u001b[2J\u009b2J\u202e';

export const sampleReport: FindingsReport = {
  version: '1.2.3',
  folder: '/srv/product',
  files: [
    { file: 'sound.yaml', findings: [], fixed: [] },
    {
      file: './connections/a b,c:100%.yaml',
      findings: [
        {
          ...{
            rule: 'unknown-key',
            level: 'error',
            file: './connections/a b,c:100%.yaml',
            line: 3,
            column: 5,
          },
          path: `connection["${steering}"]`,
          message: `is not a known key:\r\n::error::100% ${steering}. Remove it`,
        },
        {
          ...{ rule: 'redirect-localhost', level: 'warning', file: './connections/a b,c:100%.yaml' },
          ...{ line: 7, column: 9, path: 'connection.auth', message: 'is a warning. Heed it' },
        },
        {
          ...{ rule: 'scope-list', level: 'info', file: './connections/a b,c:100%.yaml' },
          ...{ line: 9, column: 1, path: '', message: 'is information. Have it' },
          edit: { start: 100, end: 104, text: 'ab' },
        },
      ],
      fixed: [
        {
          ...{
            rule: 'scope-list',
            level: 'error',
            file: './connections/a b,c:100%.yaml',
            line: 2,
            column: 2,
          },
          ...{ path: 'connection.auth.scopes[1]', message: 'is listed twice. Remove one of the two' },
        },
      ],
    },
    {
      file: '/elsewhere/é.yaml',
      findings: [
        {
          ...{ rule: 'unreadable-file', level: 'error', file: '/elsewhere/é.yaml', line: 1, column: 1 },
          ...{ path: '', message: 'there is no such file. Give its path' },
        },
      ],
      fixed: [],
    },
  ],
};
