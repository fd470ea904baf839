import { decodeEntities } from '../parse/entities.js';
import { attribute, tag, withScheme } from '../parse/tags.js';
import { toText } from '../parse/text.js';
import { escapeMarks, type Piece } from './escape-marks.js';

/** Deeper than the service nests; what is deeper keeps its text. */
const deepest = 50;

/** How an element's own text is written. */
interface Frame {
  readonly name: string;
  readonly attributes: string;
  readonly pieces: Piece[];
}

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

/** Whether a link shows no more than its own address, or how that begins. */
function isBare(address: string, text: string): boolean {
  const short = address.replace(/^(?:\w+:)?\/\/(?:www\.)?/, '').replace(/\/$/, '');
  const shown = text.replace(/^(?:\w+:)?\/\/(?:www\.)?/, '').replace(/\/$/, '');
  return shown.endsWith('…') ? shown.length > 1 && short.startsWith(shown.slice(0, -1)) : shown === short;
}

function piecesOf(html: string): Piece[] {
  const root: Frame = { name: '', attributes: '', pieces: [] };
  const open: Frame[] = [root];
  const close = (): void => {
    const frame = open.pop();
    const { pieces } = open.at(-1) ?? root;
    if (frame !== undefined) pieces.push(...write(frame, pieces.at(-1)));
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

/** An element in Markdown; one that has none is what it holds. */
function write({ name, attributes, pieces }: Frame, before: Piece | undefined): Piece[] {
  const around = (open: string, close = open): Piece[] =>
    pieces.length === 0 ? [] : [{ text: open, isMark: true, opens: true }, ...pieces, mark(close)];
  switch (name) {
    case 'b':
    case 'strong':
      return around('**');
    case 'i':
    case 'em':
      // Stars in a row would be read otherwise.
      return around(pieces.at(-1)?.text === '**' || pieces.some(isStar) || endsInStar(before) ? '_' : '*');
    case 'strike':
    case 's':
    case 'del':
      return around('---');
    case 'code':
      return pieces.length === 0 ? [] : [mark(code(pieces))];
    case 'a':
      return link(attributes, pieces);
    case 'span':
      return attribute(attributes, 'class')?.includes('ob-post-tag') === true
        ? [mark(`[tag:${plain(pieces)}]`)]
        : pieces;
    default:
      return pieces;
  }
}

/** Text between single stars holds none, unless it is escaped. */
const isStar = ({ text, isMark }: Piece): boolean => (isMark ? text === '*' : text.includes('*'));

const endsInStar = (piece: Piece | undefined): boolean =>
  piece !== undefined && piece.isMark && piece.opens !== true && /^\*\*?$/.test(piece.text);

const mark = (text: string): Piece => ({ text, isMark: true });

const plain = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** Code is between more back-ticks than it holds in a row, unless they are at its ends: those are escaped. */
function code(pieces: readonly Piece[]): string {
  const raw = pieces
    .map(({ text, isMark }) => (isMark ? text : text.replaceAll(/(?<=\\)[`*_[\]()]/g, String.raw`\$&`)))
    .join('');
  const longest = Math.max(0, ...(raw.match(/(?<!\\)`+/g) ?? []).map((run) => run.length));
  const isWithin = !raw.startsWith('`') && !/(?<!\\)`$/.test(raw);
  const ticks = isWithin ? '`'.repeat(longest + 1) : '`';
  return ticks + (isWithin ? raw : raw.replaceAll(/(?<!\\)`/g, '\\`')) + ticks;
}

function link(attributes: string, pieces: readonly Piece[]): Piece[] {
  const address = attribute(attributes, 'href');
  const text = plain(pieces);
  if (address === undefined || text === '' || text.startsWith('[tag:')) return [...pieces];
  if (isBare(address, text)) return [mark(withScheme(address))];
  const title = attribute(attributes, 'title');
  const label = pieces.flatMap((piece) =>
    piece.isMark
      ? [piece]
      : piece.text
          .split(/([[\]])/)
          .map((part, index) => (index % 2 === 1 ? mark(`\\${part}`) : { text: part, isMark: false })),
  );
  const titled = title === undefined ? '' : ` "${title.replaceAll('"', "'")}"`;
  return [mark('['), ...label, mark(`](${readableAddress(withScheme(address))}${titled})`)];
}

/** An address as Markdown reads it: brackets in pairs, and no blanks. */
function readableAddress(address: string): string {
  const whole = address.replaceAll(/\s/g, (blank) => encodeURIComponent(blank));
  return /^(?:[^()]|\([^()]*\))*$/.test(whole) ? whole : whole.replaceAll('(', '%28').replaceAll(')', '%29');
}
