import { attribute, withScheme } from '../parse/tags.js';
import type { Piece } from './escape-marks.js';

/** An element, and how what it holds is written. */
export interface Element {
  readonly name: string;
  readonly attributes: string;
  readonly pieces: Piece[];
}

/** An element in Markdown; one that has none is what it holds. */
export function writeElement({ name, attributes, pieces }: Element, before: Piece | undefined): Piece[] {
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

/** Whether a link shows no more than its own address, or how that begins. */
export function isBare(address: string, text: string): boolean {
  const short = address.replace(/^(?:\w+:)?\/\/(?:www\.)?/, '').replace(/\/$/, '');
  const shown = text.replace(/^(?:\w+:)?\/\/(?:www\.)?/, '').replace(/\/$/, '');
  return shown.endsWith('…') ? shown.length > 1 && short.startsWith(shown.slice(0, -1)) : shown === short;
}
