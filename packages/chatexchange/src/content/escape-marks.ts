/** A part of a Markdown text: a mark, or something written that must not be read as one. */
export interface Piece {
  readonly text: string;
  readonly isMark: boolean;
  /** A mark that begins something. */
  readonly opens?: boolean;
}

// With what may be escaped itself, and stand alone then.
const opensAfter = /^$|[\s,('"[{>`*_-]/;
const closesBefore = /^$|[\s,?!.;:)\]}<`*_-]/;
const longestLabel = 500;
const startsTag = /^\[tag:[\w.#+-]+\]/;
const startsLink = /^\[[^\]]+\]\((?:https?|ftp):/;

/** The text of the pieces, in which what could be read as a mark and is none has a backslash. */
export function escapeMarks(pieces: readonly Piece[]): string {
  const text = pieces.map((piece) => piece.text).join('');
  const kinds = pieces
    .map(({ text: { length }, isMark, opens }) => (opens === true ? 'o' : isMark ? 'm' : 't').repeat(length))
    .join('');
  const isText = (at: number): boolean => kinds.charAt(at) === 't';
  const emphasis = new Set([
    ...readAsEmphasis('*', text, isText, isUsed('*', pieces)),
    ...readAsEmphasis('_', text, isText, isUsed('_', pieces)),
  ]);
  const hasCode = hasTwoAlike([...text.matchAll(/`+/g)].map(([{ length }]) => length));
  return text.replaceAll(/[`*_[\]()]/g, (character, at: number) => {
    if (!isText(at)) return character;
    const isRead =
      (character === '`' && hasCode) ||
      (emphasis.has(at) && !opensBold(text, kinds, at)) ||
      // An escape where none is meant.
      (text.charAt(at - 1) === '\\' && isText(at - 1)) ||
      (character === '[' && startsLinkOrTag(text, at));
    return isRead ? `\\${character}` : character;
  });
}

const hasTwoAlike = (lengths: readonly number[]): boolean => new Set(lengths).size < lengths.length;

/** Within a word two stars are a mark only if a third follows. */
function opensBold(text: string, kinds: string, at: number): boolean {
  const isBold = text.startsWith('***', at - 2) && kinds.startsWith('oot', at - 2);
  return isBold && at > 2 && !(kinds.charAt(at - 3) === 't' && /[\s,('"[{-]/.test(text.charAt(at - 3)));
}

/** Links are read after a blank only, tags anywhere. */
function startsLinkOrTag(text: string, at: number): boolean {
  const rest = text.slice(at, at + longestLabel);
  return startsTag.test(rest) || (/^$|\s/.test(text.charAt(at - 1)) && startsLink.test(rest));
}

/** Whether a character makes bold or italic text here. */
const isUsed = (character: string, pieces: readonly Piece[]): boolean =>
  pieces.some(({ text, isMark }) => isMark && /^(?:\*\*?|_)$/.test(text) && text.startsWith(character));

/** Where stars, or lines below, would be read as marks. */
function readAsEmphasis(
  character: '*' | '_',
  text: string,
  isText: (at: number) => boolean,
  used: boolean,
): number[] {
  const runs = [...text.matchAll(character === '*' ? /\*+/g : /_+/g)].map(({ index: start, 0: run }) => {
    const end = start + run.length;
    const before = text.charAt(start - 1);
    const after = text.charAt(end);
    const opensHere = opensAfter.test(before) || !isText(start - 1) || (character === '*' && run.length > 2);
    const closesHere = closesBefore.test(after) || !isText(end) || character === '*';
    return {
      start,
      end,
      opens: opensHere && !/^$|\s/.test(after),
      closes: closesHere && !/^$|\s/.test(before),
      // Marks about a mark.
      isPair: run.length > 4,
    };
  });
  const first = runs.findIndex(({ opens }) => opens);
  const isRead =
    used ||
    runs.some(({ isPair }) => isPair) ||
    (first >= 0 && runs.slice(first + 1).some(({ closes }) => closes));
  if (!isRead) return [];
  return runs
    .filter(({ opens, closes, isPair }) => opens || closes || isPair || (used && character === '*'))
    .flatMap(({ start, end }) => Array.from({ length: end - start }, (_each, index) => start + index));
}
