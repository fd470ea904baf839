import { parseLine, readCodeText } from './inline.js';
import { merge } from './merge.js';
import type { MrkdwnSegment } from './segments.js';

const fence = '```';
// As people write it, and as Slack stores it.
const quoted = /^(?:>|&gt;) ?/;
const quotedToEnd = /^(?:(?:>|&gt;){3}) ?/;

/**
 * Reads Slack's mrkdwn: what a message has as `text`. It never fails; a mark without its other half is text. In what comes
 * back, texts have no entities, and one segment after the other says what the text says.
 *
 * @example
 * ```ts
 * import { parseMrkdwn } from '@x/slack-rtm/mrkdwn';
 *
 * export const mentioned = (text: string): string[] =>
 *   parseMrkdwn(text).flatMap((segment) => (segment.type === 'user' ? [segment.id] : []));
 * ```
 */
export function parseMrkdwn(text: string): MrkdwnSegment[] {
  return merge(readBlocks(text, true));
}

/** Code first: nothing else is read in it. */
function readBlocks(text: string, quotes: boolean): MrkdwnSegment[] {
  const output: MrkdwnSegment[] = [];
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf(fence, at);
    const end = start < 0 ? -1 : text.indexOf(fence, start + fence.length);
    const chunk = text.slice(at, end < 0 ? undefined : start);
    const rest = readLines(chunk, at === 0, quotes, output);
    if (rest !== undefined) {
      const marked = text.slice(at + rest);
      output.push({
        type: 'quote',
        toEnd: true,
        content: merge(readBlocks(marked.replace(quotedToEnd, ''), false)),
      });
      return output;
    }
    if (end < 0) return output;
    const code = text.slice(start + fence.length, end);
    // Two fences with nothing between them are text.
    output.push(
      code === ''
        ? { type: 'text', text: fence + fence }
        : { type: 'preformatted', text: readCodeText(code) },
    );
    at = end + fence.length;
  }
  return output;
}

/** Reads lines up to one from which on everything is quoted, and says where that one begins. */
function readLines(
  chunk: string,
  fromStart: boolean,
  quotes: boolean,
  output: MrkdwnSegment[],
): number | undefined {
  let quote: string[] = [];
  const endQuote = (): void => {
    if (quote.length === 0) return;
    output.push({ type: 'quote', toEnd: false, content: merge(parseLines(quote)) });
    quote = [];
  };
  let at = 0;
  for (const [index, line] of chunk.split('\n').entries()) {
    const mayQuote = quotes && (index > 0 || fromStart);
    if (mayQuote && quotedToEnd.test(line)) {
      endQuote();
      if (index > 0) output.push({ type: 'text', text: '\n' });
      return at;
    }
    if (mayQuote && quoted.test(line)) {
      if (quote.length === 0 && index > 0) output.push({ type: 'text', text: '\n' });
      quote.push(line.replace(quoted, ''));
    } else {
      endQuote();
      if (index > 0) output.push({ type: 'text', text: '\n' });
      output.push(...parseLine(line));
    }
    at += line.length + 1;
  }
  endQuote();
  return undefined;
}

function parseLines(lines: readonly string[]): MrkdwnSegment[] {
  return lines.flatMap((line, index) => [
    ...(index > 0 ? [{ type: 'text', text: '\n' } as const] : []),
    ...parseLine(line),
  ]);
}
