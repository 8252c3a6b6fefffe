/** What the terminal on stdout can do, and whether colors are wanted there. */
export function terminal(): { columns: number; colors: boolean } {
  const { stdout, env } = process;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  const refused = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  return { columns: stdout.columns ?? 100, colors: !refused && (forced || stdout.isTTY === true) };
}
