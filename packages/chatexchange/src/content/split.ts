import { fail, refuseArgument } from '../errors.js';
import { limits, longest } from './limits.js';
import { codeSpans, linkSpans, type Span } from './spans.js';

const indent = '    ';
/** Two such lines are one message. */
const halfLines = (): number => limits.lines / 2 - 1;

/**
 * Cuts a text that is too long for one message into as few as it can: a text of several lines at line ends, and with
 * `words` longer lines between words. Links, code between back-ticks, mentions and characters stay whole; blanks at a cut
 * are left out, and lines of a block of code stay indented. Bold or italic text that is cut loses its marks.
 *
 * @throws `usage` / `MESSAGE_TOO_LONG` for what cannot be cut so: with `lines` too long a line, else too long a link or code.
 * @example
 * ```ts
 * import { splitMessage } from '@x/chatexchange';
 *
 * export const parts: string[] = splitMessage('word '.repeat(150), 'words'); // 500 and 249 characters
 * ```
 */
export function splitMessage(text: string, how: 'lines' | 'words'): string[] {
  if (typeof text !== 'string') refuseArgument('text', 'a text');
  if (how !== 'lines' && how !== 'words') refuseArgument('how', '"lines" or "words"');
  const whole = text.replaceAll(/\r\n?/g, '\n');
  if (whole.length <= longest(whole)) return [whole];
  const parts = whole.includes('\n')
    ? cutText(whole, how)
    : how === 'words'
      ? cutLine(whole, limits.line)
      : tooLong();
  return parts.filter((part) => part.trim() !== '');
}

function tooLong(): never {
  throw fail(
    'usage',
    'MESSAGE_TOO_LONG',
    `a message has at most ${limits.line} characters in one line, or ${limits.lines} in several, and this text cannot be cut into such`,
  );
}

/** Puts lines together, as many as fit. */
function cutText(text: string, how: 'lines' | 'words'): string[] {
  const lines = text.split('\n');
  const isCode = lines.every((line) => line.trim() === '' || line.startsWith(indent));
  const cut = (line: string, most: number): string[] =>
    isCode ? cutLine(line.slice(4), most - 4).map((piece) => indent + piece) : cutLine(line, most);
  const parts: string[][] = [[]];
  let length = -1;
  for (const line of how === 'words' ? lines.flatMap((each) => cut(each, halfLines())) : lines) {
    length += 1 + line.length;
    if (length > limits.lines) {
      parts.push([]);
      length = line.length;
    }
    parts.at(-1)?.push(line);
  }
  mendSingles(parts);
  return parts.map((part) => {
    const [line = ''] = part;
    if (isMessage(part)) return part.join('\n');
    return how === 'words' ? cut(line, Math.ceil((line.length * 2) / 3)).join('\n') : tooLong();
  });
}

/** A single line may be no longer than 500, but two may. */
const isMessage = ([line = '', ...others]: readonly string[]): boolean =>
  others.length > 0 || line.length <= limits.line;

/** Gives a single line that is too long the last line of what is before it. */
function mendSingles(parts: string[][]): void {
  for (let at = parts.length - 1; at > 0; at -= 1) {
    const [part = [], previous = []] = [parts[at], parts[at - 1]];
    const lent = previous.at(-1) ?? '';
    const fits = lent.length + 1 + (part[0]?.length ?? 0) <= limits.lines;
    if (!isMessage(part) && previous.length > 1 && fits) part.unshift(...previous.splice(-1));
  }
}

/** Cuts a line between words. */
function cutLine(line: string, most: number): string[] {
  if (line.length <= most) return [line];
  const spans = [...codeSpans(line), ...linkSpans(line)].toSorted((one, other) => one.start - other.start);
  const parts: string[] = [];
  let start = 0;
  let first = 0;
  /** What was said just before needs another blank, or the service passes over it. */
  const isRepeated = (end: number): boolean =>
    end - start === most && line.slice(start, end) === parts.at(-1);
  while (line.length - start > most || isRepeated(line.length)) {
    while ((spans[first]?.end ?? Infinity) <= start) first += 1;
    const near = spans.slice(first, first + most);
    const whole = findCut(line, start, start + most, near);
    const end = isRepeated(whole) ? findCut(line, start, whole - 1, near) : whole;
    parts.push(line.slice(start, end).trimEnd());
    start = end;
    while (/\s/.test(line.charAt(start))) start += 1;
  }
  parts.push(line.slice(start));
  return parts;
}

/** The last place up to `most` where something ends. */
function findCut(line: string, start: number, most: number, spans: readonly Span[]): number {
  const holding = (at: number): Span | undefined => spans.find((span) => span.start < at && at < span.end);
  for (let at = most; at > start; at -= 1) {
    const span = holding(at);
    if (span !== undefined) at = span.start;
    if (at > start && (/\s/.test(line.charAt(at)) || /\s/.test(line.charAt(at - 1)))) return at;
  }
  // One long word: in the middle of it, but not of an address, a mention or a character.
  const word = line.slice(start, most);
  const address = holding(most)?.start ?? start + word.search(/(?:https?|ftp):\/\//i);
  if (address === start) tooLong();
  if (address > start) return address;
  const mention = word.search(/@[^\s!?();:,/+&<@]{0,50}$/);
  if (mention > 0) return start + mention;
  return /^[\uDC00-\uDFFF]/.test(line.charAt(most)) ? most - 1 : most;
}
