import { connectionRules } from '../rules/index.js';
import type { RuleObjection, Surroundings } from '../rules/rule.js';
import type { Connection } from '../subject.js';
import type { SubjectInFile } from '../subject-in-file.js';
import { subjectRules } from '../subject-rules/index.js';
import type { Ruled, ShapedDocument } from './judge-shape.js';

export interface ConnectionsOfFile {
  /** Those of the right shape, of all documents. */
  all: readonly Connection[];
  /** Whether the file has no others. */
  complete: boolean;
}

/** What the rules on connections say about those of one document of a file. */
export function judgeConnections(
  { document, schema, connections, surrounding }: ShapedDocument,
  { all, complete }: ConnectionsOfFile,
): Ruled[] {
  const surroundings: Surroundings = {
    connections: all,
    preferences: surrounding.preferences ?? [],
    // The one that it names may be among those that could not be judged.
    capabilityConnectionId: complete ? surrounding.aiCapability?.connectionId : undefined,
    playedByMock: schema === 'subject' && namesMock(document.value.server),
  };
  return connections.flatMap(({ path, connection }, index) =>
    Object.entries(connectionRules).flatMap(([id, rule]) =>
      rule
        .check(connection, surroundings)
        // What concerns the whole file is said for each connection, and told once.
        .filter(({ from }) => from !== 'file' || index === 0)
        .map(
          (objection): Ruled => ({
            ...{ rule: id, level: rule.level },
            path: objection.from === 'file' ? objection.path : [...path, ...objection.path],
            message: sentence(objection),
            ...(objection.fix === undefined ? {} : { fix: objection.fix }),
          }),
        ),
    ),
  );
}

function namesMock(server: unknown): boolean {
  return typeof server === 'object' && server !== null && 'mock' in server;
}

function sentence({ what, why, instead }: RuleObjection): string {
  return `${what}: ${why}. ${instead}`;
}

/** What the rules on subject files say: about a subject file all of them, about a manifest those on connections. */
export function judgeSubject(
  { document, schema, findings, connections }: ShapedDocument,
  today: string,
): Ruled[] {
  if (schema === 'subject') {
    // Rules rely on the shape, so they wait until it is right.
    return findings.length > 0 ? [] : judgeWith(document.value as unknown as SubjectInFile, today);
  }
  return connections.flatMap(({ path, connection }) =>
    judgeWith({ version: 1, connection }, today)
      .filter((ruled) => ruled.path[0] === 'connection' && subjectRules[ruled.rule]?.onConnections)
      .map((ruled) => ({ ...ruled, path: [...path, ...ruled.path.slice(1)] })),
  );
}

function judgeWith(subject: SubjectInFile, today: string): Ruled[] {
  return Object.entries(subjectRules).flatMap(([rule, { check }]) =>
    check({ subject, today }).map((objection): Ruled => ({ ...objection, rule, level: 'error' })),
  );
}
