import type { SubjectRule } from './rule.js';

const missing =
  'is missing, so nothing would drive the client. Name an adapter, for example driver: { stdio: [python3, adapter.py] }, or drive the client by hand: add --interactive to "proofkey run"';
const empty = 'names no driver. Write one, for example: stdio: [python3, adapter.py]';

/** Exactly one: with two it is unclear which client the results are about. */
export const oneDriver: SubjectRule = {
  demands: 'A client is driven by exactly one driver.',
  remedy: 'Name one driver, such as stdio: [python3, adapter.py], and no other beside it.',
  check: ({ subject: { client } }) => {
    if (client === undefined) return [];
    const path = ['client', 'driver'];
    if (client.driver === undefined) return [{ path, message: missing }];
    const [first, ...others] = Object.keys(client.driver);
    if (first === undefined) return [{ path, message: empty }];
    return others.map((name) => ({
      path: [...path, name],
      message: `is a second driver beside ${first}, so it is unclear which one drives the client. Keep one of the two`,
    }));
  },
};
