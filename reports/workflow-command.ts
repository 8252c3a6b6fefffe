import { visible } from './plain.js';

/** How GitHub Actions shows an annotation. */
export type AnnotationLevel = 'error' | 'warning' | 'notice';

export interface AnnotationProperties {
  /** Path from the root of the repository on. */
  file?: string;
  /** Both count from 1. */
  line?: number;
  col?: number;
  title: string;
}

/**
 * A workflow command, on a line of its own, as the runner reads it back. What steers a terminal is left out: the log
 * shows the line, too.
 */
export function annotation(
  level: AnnotationLevel,
  properties: AnnotationProperties,
  lines: readonly string[],
): string {
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${inProperty(String(value))}`);
  // A line is one line, whoever wrote it. Within a command, the runner looks for no other.
  const text = lines.map((line) => visible(line).replaceAll('%', '%25')).join('%0A');
  return `::${level} ${listed.join(',')}::${text}\n`;
}

/** A file's name is not made shorter: line ends have escapes of their own here. */
function inProperty(text: string): string {
  return text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C')
    .replace(/[\p{Cc}\p{Cf}]/gu, '');
}
