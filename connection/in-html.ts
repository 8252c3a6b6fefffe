const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands in HTML: harmless between tags and in quoted attributes. */
export function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}
