/**
 * What the service takes, in UTF-16 units as `length` counts them, and in milliseconds.
 *
 * @example
 * ```ts
 * import { limits } from '@x/chatexchange';
 *
 * export const fits = (line: string): boolean => line.length <= limits.line;
 * ```
 */
export const limits: {
  /** The longest message in one line. */
  readonly line: number;
  /** The longest message in several lines, line breaks counted. */
  readonly lines: number;
  /** How long authors can edit and remove what they said. */
  readonly changeMs: number;
  /** The longest text that moderators can be told of a message. */
  readonly forModerators: number;
} = { line: 500, lines: 10_000, changeMs: 120_000, forModerators: 200 };

/** How long a text may be, by whether it has several lines. */
export function longest(text: string): number {
  return text.includes('\n') ? limits.lines : limits.line;
}
