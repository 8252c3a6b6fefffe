import { environmentReference, isCredentialPath, textsOf } from '../environment-references.js';
import type { SubjectRule } from './rule.js';

const message =
  "holds a reference to the environment, which is replaced in credential and login fields and in the environment of a client's programs only, so that nobody can send a secret to a URL of their choosing. Write the value itself";

export const misplacedReference: SubjectRule = {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: ${NAME} is the notation of the file.
  demands: '`${NAME}` stands in credential fields only.',
  remedy: 'Write the value itself; only credential and login fields come from the environment.',
  onConnections: true,
  check: ({ subject }) =>
    textsOf(subject)
      .filter(({ path, text }) => !isCredentialPath(path) && text.search(environmentReference) !== -1)
      .map(({ path }) => ({ path, message })),
};
