import { refuse } from '../refuse.js';
import { segmentsOf, type Content, type Segments } from './content.js';
import { emptyLine } from './readable.js';

/** Kinds of markup, as the service names them. */
export type MarkupType =
  | 'Bold'
  | 'Code'
  | 'Hyperlink'
  | 'Italic'
  | 'ListItem'
  | 'OrderedList'
  | 'Paragraph'
  | 'Strikethrough'
  | 'Underline'
  | 'UnorderedList';

/** What begins here also ends here. */
function marked(markupType: MarkupType, content: readonly Content[], facts?: object): Segments {
  return [
    { type: 'MarkupBegin', markupType, ...facts },
    ...segmentsOf(content),
    { type: 'MarkupEnd', markupType },
  ];
}

/**
 * Bold words. As all markup, since version 35.0.
 *
 * @example
 * ```ts
 * import { bold, italic, message } from '@x/chatter';
 *
 * export const body = message`This is ${bold('really ', italic('very'), ' important')}.`;
 * ```
 */
export function bold(...content: readonly Content[]): Segments {
  return marked('Bold', content);
}

/**
 * Italic words.
 *
 * @example
 * ```ts
 * import { italic, message } from '@x/chatter';
 *
 * export const body = message`This is ${italic('so')}`;
 * ```
 */
export function italic(...content: readonly Content[]): Segments {
  return marked('Italic', content);
}

/**
 * Underlined words.
 *
 * @example
 * ```ts
 * import { underline, message } from '@x/chatter';
 *
 * export const body = message`This is ${underline('so')}`;
 * ```
 */
export function underline(...content: readonly Content[]): Segments {
  return marked('Underline', content);
}

/**
 * Words struck through.
 *
 * @example
 * ```ts
 * import { strikethrough, message } from '@x/chatter';
 *
 * export const body = message`This is ${strikethrough('so')}`;
 * ```
 */
export function strikethrough(...content: readonly Content[]): Segments {
  return marked('Strikethrough', content);
}

/**
 * Words as they stand in a program. Nothing but words can be inside.
 *
 * @throws `usage` / `INVALID_REQUEST` for anything but a text.
 * @example
 * ```ts
 * import { code, message } from '@x/chatter';
 *
 * export const body = message`Try ${code('1 < 2')}`;
 * ```
 */
export function code(words: string): Segments {
  return typeof words === 'string' ? marked('Code', [words]) : refuse('code can hold words only');
}

/** Where words lead. */
export interface HyperlinkTarget {
  /** `http` or `https`. */
  readonly url: string;
  readonly altText?: string | undefined;
}

/**
 * Words that lead somewhere. Since version 45.0.
 *
 * @throws `usage` / `INVALID_REQUEST` for an address that is neither `http` nor `https`: the service takes no other.
 * @example
 * ```ts
 * import { hyperlink, message } from '@x/chatter';
 *
 * export const body = message`Read ${hyperlink('https://example.com/plan', 'the plan')} first.`;
 * ```
 */
export function hyperlink(target: string | HyperlinkTarget, ...content: readonly Content[]): Segments {
  const { url, altText } = typeof target === 'object' ? target : { url: target };
  if (!/^https?:\/\/[^\s]+$/i.test(url)) refuse('a hyperlink needs an address of http or https');
  return marked('Hyperlink', content, { url, ...(altText !== undefined && { altText }) });
}

/**
 * A paragraph; one without content is an empty line.
 *
 * @example
 * ```ts
 * import { message, paragraph } from '@x/chatter';
 *
 * export const body = message(paragraph('First.'), paragraph(), paragraph('After a gap.'));
 * ```
 */
export function paragraph(...content: readonly Content[]): Segments {
  const segments = segmentsOf(content);
  return marked('Paragraph', segments.length === 0 ? [emptyLine] : [segments]);
}

/**
 * A list with a bullet before each item.
 *
 * @throws `usage` / `INVALID_REQUEST` for a list without items.
 * @example
 * ```ts
 * import { bold, list, message } from '@x/chatter';
 *
 * export const body = message('Bring:', list('bread', bold('cheese')));
 * ```
 */
export function list(...items: readonly Content[]): Segments {
  return marked('UnorderedList', itemsOf(items));
}

/**
 * A numbered list.
 *
 * @throws `usage` / `INVALID_REQUEST` for a list without items.
 * @example
 * ```ts
 * import { message, orderedList } from '@x/chatter';
 *
 * export const body = message('Do:', orderedList('eat', 'sleep'));
 * ```
 */
export function orderedList(...items: readonly Content[]): Segments {
  return marked('OrderedList', itemsOf(items));
}

function itemsOf(items: readonly Content[]): readonly Segments[] {
  if (items.length === 0) refuse('a list needs an item');
  return items.map((item) => marked('ListItem', [item]));
}
