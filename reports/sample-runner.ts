/** For tests: what the runner of GitHub Actions makes of a line (actions/runner, ActionCommand). */
export function readCommand(line: string): {
  command: string;
  properties: Record<string, string>;
  message: string;
} {
  const [, command = '', listed = '', message = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const properties = listed.split(',').map((entry) => {
    const at = entry.indexOf('=');
    return [entry.slice(0, at), unescaped(entry.slice(at + 1))];
  });
  return { command, properties: Object.fromEntries(properties), message: unescaped(message) };
}

function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
