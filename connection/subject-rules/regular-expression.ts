import type { Path } from '../subject-file-error.js';
import type { Objection, SubjectRule } from './rule.js';

export const regularExpression: SubjectRule = {
  demands: 'Patterns are regular expressions.',
  remedy: 'Put a backslash before each character that is meant as it is written.',
  check: ({ subject }) => {
    const { exec, http, browser } = subject.client?.driver ?? {};
    const captured = typeof exec?.browser === 'object' ? exec.browser.pattern : undefined;
    const patterns: [Path, string | undefined][] = [
      [['exec', 'browser', 'pattern'], captured],
      [['http', 'authenticated'], http?.authenticated],
      [['browser', 'authenticated'], browser?.authenticated],
    ];
    return patterns.flatMap(([path, pattern]): Objection[] => {
      const message = pattern === undefined ? undefined : objectionTo(pattern);
      return message === undefined ? [] : [{ path: ['client', 'driver', ...path], message }];
    });
  },
};

function objectionTo(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'm');
    return undefined;
  } catch (error) {
    const why = (error as Error).message.split(': ').at(-1);
    return `is not a regular expression (${why}), so nothing could match it. Put a backslash before each character that is meant as it is written`;
  }
}
