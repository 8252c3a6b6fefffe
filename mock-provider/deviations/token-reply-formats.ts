import type { Reply } from '../reply.js';

/** The members of a JSON answer as a form. */
export function asForm(reply: Reply): Reply {
  const form = new URLSearchParams(membersOf(reply));
  return inType(reply, 'application/x-www-form-urlencoded; charset=utf-8', form.toString());
}

/** The members of a JSON answer as XML elements. */
export function asXml(reply: Reply): Reply {
  const elements = membersOf(reply).map(([name, value]) => `<${name}>${escaped(value)}</${name}>`);
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<OAuth>${elements.join('')}</OAuth>\n`;
  return inType(reply, 'application/xml; charset=utf-8', body);
}

function membersOf({ body }: Reply): [string, string][] {
  const members = Object.entries(JSON.parse(body) as Record<string, unknown>);
  return members.map(([name, value]) => [name, String(value ?? '')]);
}

function inType(reply: Reply, type: string, body: string): Reply {
  return { ...reply, headers: { ...reply.headers, 'content-type': type }, body };
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
