/** XML that is built, not concatenated: text becomes markup here and nowhere else. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Content = Markup | string;

/** An element with attributes and children; strings are escaped, markup is not escaped again. */
export function element(
  name: string,
  attributes: Record<string, string | number>,
  children: readonly Content[],
): Markup {
  const open = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${inAttribute(String(value))}"`),
  ].join(' ');
  if (children.length === 0) return new Markup(`<${open}/>`);
  const [only] = children;
  if (children.length === 1 && typeof only === 'string')
    return new Markup(`<${open}>${escaped(only)}</${name}>`);
  const inner = children.map((child) => (child instanceof Markup ? child.text : escaped(child)));
  return new Markup(`<${open}>\n${inner.join('\n')}\n</${name}>`);
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** The first character of what CI systems obey in a log: `::error::` at the beginning of a line, `##[error]` anywhere. */
const command = /(?<!\S):(?=:)|#(?=#\w*\[)/g;

/**
 * Characters that XML 1.0 §2.2 forbids even as references, and those that it discourages; and what reorders or hides the
 * text around it wherever the file is shown.
 */
const forbidden =
  /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\u{10000}-\u{10ffff}]|[\p{Cf}\p{Zl}\p{Zp}]/gu;

function escaped(text: string): string {
  return text
    .replace(forbidden, '\ufffd')
    .replace(/[&<>"\r]/g, (character) => entities[character] ?? '')
    .replace(command, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A parser turns line ends and tabs in attributes into spaces unless they are references. */
function inAttribute(text: string): string {
  return escaped(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
