/** Ended by the user before there was anything to report (exit code 130). */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Wrong usage or configuration (exit code 2): the message is for the user as it stands, and no stack is shown. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
