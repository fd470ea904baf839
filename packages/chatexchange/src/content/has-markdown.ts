import { codeSpans, linkSpans } from './spans.js';

const special: readonly RegExp[] = [
  // Code by indenting, a reply by id, a quote, an answer to somebody.
  /^(?: {4}|:\d+ |> |@)/,
  // A character that loses its meaning, and shows without the backslash.
  /\\[`*_[\]()]/,
  // An address shows as a link or, when it is alone, what it leads to.
  /(?:https?|ftp):\/\/\S/i,
  // Stars that make a star bold.
  /\*{5}/,
  // A tag, or a word that the service may know.
  /\[[^\s[\]]+\](?!\()/,
];

/**
 * Opening and closing marks, with what may stand before the one and after the other. Two stars open before a third, too,
 * and stars close anywhere but after a blank.
 */
const pairs: readonly (readonly [open: RegExp, close: RegExp, length: number])[] = [
  [/(?<=^|[\s,('"[{-])\*\*(?=\S)|(?<!\*)\*\*(?=\*\S)/, /(?<=\S)\*\*/g, 2],
  [/(?<=^|[\s,('"[{-])__(?=\S)/, /(?<=\S)__(?=$|[\s,?!.;:)\]}-])/g, 2],
  [/(?<=^|[\s,('"[{\->])\*(?![\s*])/, /(?<=[^\s*])\*/g, 1],
  [/(?<=^|[\s,('"[{\->])_(?![\s_])/, /(?<=[^\s_])_(?=$|[\s,?!.;:)\]}\-<])/g, 1],
  [/(?<=^|[\s,('"[{-])---(?=\S)/, /(?<=\S)---(?=$|[\s,?!.;:)\]}-])/g, 3],
];

/**
 * Whether the service would show a text, or a line of it, as more than what is written: as code, bold, italic or struck,
 * with a link, a tag or a picture, as a quote or a reply. `snake_case` and `2*3` are plain. When in doubt, it says yes:
 * only a plain text stays what it is among other lines, which know no Markdown.
 *
 * @example
 * ```ts
 * import { hasMarkdown } from '@x/chatexchange';
 *
 * export const answers: boolean[] = [hasMarkdown('*really*'), hasMarkdown('2*3 in snake_case')]; // true, false
 * ```
 */
export function hasMarkdown(text: string): boolean {
  return text.split(/\r\n?|\n/).some(isMarkedUp);
}

function isMarkedUp(line: string): boolean {
  return (
    special.some((pattern) => pattern.test(line)) ||
    codeSpans(line).length > 0 ||
    linkSpans(line).length > 0 ||
    pairs.some(([open, close, length]) => {
      const opening = line.search(open);
      // The first that opens and the last that closes: if these are no pair, none are.
      return opening >= 0 && [...line.matchAll(close)].some(({ index }) => index > opening + length);
    })
  );
}
