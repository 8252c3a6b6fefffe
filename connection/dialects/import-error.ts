/** Nothing can be imported from what was given: the message is for the user as it stands, and holds no value of a secret. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
