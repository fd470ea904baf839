import { decodeEntities } from './entities.js';
import { attribute, tag, withScheme } from './tags.js';

/**
 * The text of a message's HTML: line breaks stay, pictures become their address, everything else loses its marks.
 *
 * @example
 * ```ts
 * import { toText } from '@x/chatexchange';
 *
 * export const text: string = toText('it&#39;s <b>bold</b>'); // it's bold
 * ```
 */
export function toText(html: string): string {
  const pieces: string[] = [];
  let isEdge = false;
  let isAfterBreak = false;
  const add = (text: string): void => {
    if (text === '' || (isEdge && text.trim() === '')) return;
    if (isEdge && pieces.length > 0) pieces.push('\n');
    pieces.push(isAfterBreak ? text.replace(/^ /, '') : text);
    isEdge = false;
    isAfterBreak = false;
  };
  let at = 0;
  for (const { index, 0: whole, 2: name = '', 3: attributes = '' } of html.matchAll(tag)) {
    add(decodeEntities(html.slice(at, index)));
    at = index + whole.length;
    if (/^br$/i.test(name)) {
      // The service sets a blank on either side.
      pieces.push((pieces.pop() ?? '').replace(/ $/, ''), '\n');
      isEdge = false;
      isAfterBreak = true;
    } else if (/^img$/i.test(name)) add(withScheme(attribute(attributes, 'src') ?? ''));
    else if (/^(?:div|p|li|pre|blockquote)$/i.test(name)) isEdge = true;
  }
  add(decodeEntities(html.slice(at)));
  return pieces.join('');
}

/**
 * The text of HTML and nothing more, as `html_to_text` of the original: tags are left out and entities read. Line breaks and pictures
 * go with their tags; {@link toText} keeps them.
 *
 * @example
 * ```ts
 * import { stripTags } from '@x/chatexchange';
 *
 * export const text: string = stripTags('<div class="full">a <br> b</div>'); // a  b
 * ```
 */
export function stripTags(html: string): string {
  return decodeEntities(html.replaceAll(tag, ''));
}
