import type { Connection } from '../subject.js';

/** What a manifest holds, valid against manifest.schema.json. */
export interface ManifestInFile {
  version?: 1;
  connection?: Connection;
  connections?: Connection[];
  preferences?: { name: string; type?: string }[];
  aiCapability?: { connectionId?: string };
}
