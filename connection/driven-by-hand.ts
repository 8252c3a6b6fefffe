import type { SubjectInFile } from './subject-in-file.js';

/** The subject with a person in the place of whatever drives its client, and otherwise as it was written. */
export function drivenByHand(subject: SubjectInFile): SubjectInFile {
  const { client } = subject;
  if (client === undefined) return subject;
  const { interactive = {} } = client.driver ?? {};
  return { ...subject, client: { ...client, driver: { interactive } } };
}
