import type { Reporter } from './reporter.js';

/** Every form of a report, one file each, by the name that `--format` takes. Only what is asked for is loaded. */
export const reporters = {
  terminal: async () => (await import('./formats/terminal.js')).terminal,
  json: async () => (await import('./formats/json.js')).json,
  html: async () => (await import('./formats/html.js')).html,
  junit: async () => (await import('./formats/junit.js')).junit,
  sarif: async () => (await import('./formats/sarif.js')).sarif,
  github: async () => (await import('./formats/github.js')).github,
  markdown: async () => (await import('./formats/markdown.js')).markdown,
  badge: async () => (await import('./formats/badge.js')).badge,
} satisfies Record<string, () => Promise<Reporter>>;

export type Format = keyof typeof reporters;

export const formatNames = Object.keys(reporters) as Format[];
