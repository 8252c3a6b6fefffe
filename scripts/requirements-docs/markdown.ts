/** Text of ours as Markdown, cells of tables included: what Markdown, HTML or a table would read as markup stays text. */
export function inMarkdown(text: string): string {
  return text
    .replace(/[\\`*~[\]<>|]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(?=[-+#=]|\d+[.)])/, '\\');
}

/** A link, whose text is of ours. */
export function link(text: string, target: string): string {
  return `[${inMarkdown(text)}](${target})`;
}

/** The place of a requirement on the page of its role. */
export function requirementAnchor(id: string): string {
  return id.replaceAll('/', '-');
}

/** A link to a requirement, from any page of `docs/requirements/`. */
export function requirementLink(id: string): string {
  return `[\`${id}\`](${id.split('/')[0]}.md#${requirementAnchor(id)})`;
}

/** The place of a threat on its page: `rfc-9700-4.5`. */
export function threatAnchor(threat: string): string {
  return threat.toLowerCase().replace(/[^a-z\d.]+/g, '-');
}
