import type { Connection } from '../subject.js';
import type { Path } from '../subject-file-error.js';
import type { ConnectionRule, RuleObjection } from './rule.js';

/** The schema refuses what is empty; this is what only looks filled in. */
export const blankText: ConnectionRule = {
  level: 'error',
  demands: 'Ids, titles, names and the callback path are not blank.',
  remedy: 'Write the text, or remove the entry.',
  check(connection) {
    return textsOf(connection).flatMap(([path, text]): RuleObjection[] =>
      text === undefined || text.trim() !== ''
        ? []
        : [
            {
              path,
              what: 'is blank',
              why: 'people would see nothing there, or the product would look for a thing without a name',
              instead: 'Write the text, or remove the entry',
            },
          ],
    );
  },
};

function textsOf({
  id,
  provider,
  title,
  connectGuide,
  publicPreferenceNames = [],
  auth,
}: Connection): [Path, string | undefined][] {
  const { secretNames = [], redirect } = auth;
  const titles = typeof title === 'string' ? [] : Object.entries(title);
  return [
    [['id'], id],
    [['provider'], provider],
    // A title in no language at all is blank as well.
    [['title'], typeof title === 'string' ? title : titles.length === 0 ? '' : undefined],
    ...titles.map(([language, text]): [Path, string] => [['title', language], text]),
    [['connectGuide'], connectGuide],
    ...publicPreferenceNames.map((name, index): [Path, string] => [['publicPreferenceNames', index], name]),
    [['auth', 'clientId'], auth.clientId],
    ...secretNames.map((name, index): [Path, string] => [['auth', 'secretNames', index], name]),
    [['auth', 'redirect', 'callbackPath'], redirect?.method === 'web' ? undefined : redirect?.callbackPath],
  ];
}
