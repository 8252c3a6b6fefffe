/** Exit codes of every command (DESIGN §2). */
export const exitCodes = {
  asDeclared: 0,
  finding: 1,
  wrongUsage: 2,
  inconclusive: 3,
  /** Ended by Ctrl-C, as shells count it. */
  interrupted: 130,
} as const;
