/** How much a place takes, by a measure of its own, and what tells that there was more. */
export interface Room {
  limit: number;
  sizeOf: (text: string) => number;
  rest: string;
}

/** Sections that each make sense by themselves, as many as there is room for. */
export function fitted(sections: readonly string[], { limit, sizeOf, rest }: Room): string {
  let left = limit - sizeOf(rest);
  const written: string[] = [];
  for (const section of sections) {
    left -= sizeOf(section) + 2;
    if (left < 0) return `${written.join('\n\n')}\n${rest}`;
    written.push(section);
  }
  return `${written.join('\n\n')}\n`;
}
