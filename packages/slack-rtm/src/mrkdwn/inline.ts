import { unescapeMrkdwn } from './escape.js';
import { emojiCharacter } from './emoji.js';
import { merge } from './merge.js';
import type { EmphasisSegment, InlineSegment } from './segments.js';
import { readToken } from './read-token.js';

/** One of the three marks, or something that is whole. */
type Piece = { readonly mark: string } | { readonly segment: InlineSegment };

const kinds: Readonly<Record<string, EmphasisSegment['type']>> = { '*': 'bold', _: 'italic', '~': 'strike' };
const special = /[*_~`<:]/g;
const code = /`([^`]+)`/y;
const token = /<([^<>]+)>/y;
const emoji = /:([\p{L}\p{N}_+'-]{1,100})(?:::skin-tone-([2-6]))?:/uy;

/** A joiner of words has no width and stands before a mark that is none. */
const isWord = (character: string): boolean => /[\p{L}\p{N}\u2060]/u.test(character);
const isBlank = (character: string): boolean => character === '' || /\s/.test(character);

/** Reads a line. Every character is looked at a few times at most, whatever it holds. */
export function parseLine(line: string): InlineSegment[] {
  const output: InlineSegment[] = [];
  /** Marks that may yet be closed, each kind once: where what they hold begins in `output`. */
  const open: { readonly mark: string; readonly at: number }[] = [];
  for (const [index, piece] of split(line)) {
    if ('segment' in piece) {
      output.push(piece.segment);
      continue;
    }
    const { mark } = piece;
    const before = characterBefore(line, index);
    const after = characterAfter(line, index + 1);
    const opener = open.findIndex((each) => each.mark === mark);
    const start = open[opener]?.at ?? 0;
    const kind = kinds[mark];
    if (kind !== undefined && opener >= 0 && output.length > start && !isBlank(before) && !isWord(after)) {
      output[start - 1] = { type: kind, content: merge(output.splice(start)) };
      open.length = opener;
    } else {
      output.push({ type: 'text', text: mark });
      const opens = !isWord(before) && !isBlank(after) && after !== mark;
      if (opens && opener < 0) open.push({ mark, at: output.length });
    }
  }
  return merge(output);
}

/**
 * What a line is made of.
 *
 * @yields each piece with where it begins
 */
function* split(line: string): Generator<readonly [index: number, piece: Piece], void, undefined> {
  let at = 0;
  for (let found = find(line, at); found >= 0; found = find(line, at)) {
    if (found > at) yield [at, { segment: { type: 'text', text: unescapeMrkdwn(line.slice(at, found)) } }];
    const character = line.charAt(found);
    const whole = character in kinds ? undefined : readWhole(line, found);
    if (whole === undefined) {
      const piece =
        character in kinds ? { mark: character } : { segment: { type: 'text', text: character } as const };
      yield [found, piece];
      at = found + 1;
    } else {
      yield [found, { segment: whole.segment }];
      at = whole.end;
    }
  }
  if (at < line.length) yield [at, { segment: { type: 'text', text: unescapeMrkdwn(line.slice(at)) } }];
}

function find(line: string, from: number): number {
  special.lastIndex = from;
  return special.exec(line)?.index ?? -1;
}

/** Code, a token or an emoji, if one begins here. */
function readWhole(
  line: string,
  at: number,
): { readonly segment: InlineSegment; readonly end: number } | undefined {
  const pattern = { '`': code, '<': token, ':': emoji }[line.charAt(at)];
  if (pattern === undefined) return undefined;
  pattern.lastIndex = at;
  const [all = '', inner = '', tone] = pattern.exec(line) ?? [];
  if (all === '') return undefined;
  const segment =
    pattern === code ? readCode(inner) : pattern === token ? readToken(inner) : readEmoji(inner, tone);
  return segment && { segment, end: at + all.length };
}

const readCode = (inner: string): InlineSegment => ({ type: 'code', text: readCodeText(inner) });

/** Nothing is formatted in code, but Slack marks addresses there, too. */
export function readCodeText(text: string): string {
  return unescapeMrkdwn(
    text.replaceAll(/<([^<>|]+)(?:\|([^<>]*))?>/g, (all, url: string, label: string | undefined) =>
      /^[a-z][a-z\d+.-]*:\S/i.test(url) ? (label ?? url) : all,
    ),
  );
}

/** Times such as 10:30:45 hold none. */
function readEmoji(name: string, tone: string | undefined): InlineSegment | undefined {
  if (/^\d+$/.test(name) && emojiCharacter(name) === undefined) return undefined;
  return { type: 'emoji', name, ...(tone !== undefined && { skinTone: Number(tone) }) };
}

/** Characters outside of the first plane are two units. */
function characterBefore(line: string, index: number): string {
  const last = line.slice(Math.max(0, index - 2), index);
  return /[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(last) ? last : last.slice(-1);
}

function characterAfter(line: string, index: number): string {
  const point = line.codePointAt(index);
  return point === undefined ? '' : String.fromCodePoint(point);
}
