import { decodeEntities } from '../parse/entities.js';
import { attribute, tag, withScheme } from '../parse/tags.js';
import { toText } from '../parse/text.js';
import { isBare, writeElement, type Element } from './elements.js';
import { escapeMarks, type Piece } from './escape-marks.js';

/** Deeper than the service nests; what is deeper keeps its text. */
const deepest = 50;

/**
 * The Markdown that shows as the HTML of a message: what `content` or an event says, as one could have written it. Bold, italic
 * and struck text, code, links with their titles, tags, lines, blocks of code, and the address of what the service
 * shows a box for. What would be taken for a mark is escaped. Addresses that the service writes as paths are left so.
 *
 * @example
 * ```ts
 * import { toMarkdown } from '@x/chatexchange';
 *
 * export const source: string = toMarkdown('<b>not</b> 2*3 &lt; <code>a_b</code>'); // **not** 2*3 < `a_b`
 * ```
 */
export function toMarkdown(html: string): string {
  const whole = html.trim();
  const box = /^<(div|pre)\b([^>]{0,500})>/i.exec(whole);
  const kinds = box === null ? [] : (attribute(box[2] ?? '', 'class') ?? '').split(/\s+/);
  if (kinds.includes('onebox')) return addressOf(whole) ?? toText(whole);
  if (kinds.includes('full') || kinds.includes('partial'))
    return lines(whole, box?.[1]?.toLowerCase() === 'pre');
  return escapeMarks(piecesOf(html));
}

/** Several lines know no Markdown; those of code are indented. */
function lines(html: string, isCode: boolean): string {
  const text = toText(unlinked(html));
  return isCode ? text.replaceAll(/^(?=.)/gm, '    ') : text;
}

/** Pages make links of addresses, and may cut what they show of them. */
function unlinked(html: string): string {
  return html.replaceAll(/<a\b([^<>]*)>([^<]*)<\/a>/gi, (whole, attributes: string, text: string) => {
    const address = attribute(attributes, 'href');
    return address !== undefined && isBare(address, decodeEntities(text)) ? escapeText(address) : whole;
  });
}

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** What a box leads to: the picture, the message, the post. */
function addressOf(html: string): string | undefined {
  const tags = [...html.matchAll(tag)].map(([, , name = '', attributes = '']) => ({ name, attributes }));
  const anchors = tags.filter(({ name }) => /^a$/i.test(name));
  // A quoted message leads to itself by the name of its room.
  const own = anchors.find(({ attributes }) => attribute(attributes, 'class') === 'roomname') ?? anchors[0];
  const address = own === undefined ? undefined : attribute(own.attributes, 'href');
  if (address === undefined) return undefined;
  const isPicture = tags.some(({ attributes }) => attribute(attributes, 'class') === 'user-image');
  // What does not look like the address of a picture was forced to be shown as one.
  return (isPicture && !pictureName.test(address) ? '!' : '') + withScheme(address);
}

const pictureName = /\.(?:jpe?g|png|gif|bmp|svg|webp)(?:[?#]|$)/i;

function piecesOf(html: string): Piece[] {
  const root: Element = { name: '', attributes: '', pieces: [] };
  const open: Element[] = [root];
  const close = (): void => {
    const frame = open.pop();
    const { pieces } = open.at(-1) ?? root;
    if (frame !== undefined) pieces.push(...writeElement(frame, pieces.at(-1)));
  };
  let at = 0;
  for (const { index, 0: whole, 1: slash, 2: name = '', 3: attributes = '' } of html.matchAll(tag)) {
    open.at(-1)?.pieces.push(...textPieces(html.slice(at, index)));
    at = index + whole.length;
    const kind = name.toLowerCase();
    if (kind === 'img') {
      open.at(-1)?.pieces.push({ text: withScheme(attribute(attributes, 'src') ?? ''), isMark: true });
    } else if (kind === 'br') open.at(-1)?.pieces.push({ text: '\n', isMark: true });
    else if (slash === '') {
      if (open.length < deepest) open.push({ name: kind, attributes, pieces: [] });
    } else if (open.some((frame) => frame.name === kind)) {
      while (open.at(-1)?.name !== kind) close();
      close();
    }
  }
  open.at(-1)?.pieces.push(...textPieces(html.slice(at)));
  while (open.length > 1) close();
  return root.pieces;
}

/** Escaped characters come as numbers, and go as they were written. */
function textPieces(html: string): Piece[] {
  return html
    .split(/(&#(?:96|42|95|91|93|40|41);)/)
    .map((part, index) => {
      const text = decodeEntities(part);
      return index % 2 === 1 ? { text: `\\${text}`, isMark: true } : { text, isMark: false };
    })
    .filter(({ text }) => text !== '');
}
