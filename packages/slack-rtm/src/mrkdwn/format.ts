import { escapeMrkdwn } from './escape.js';
import { merge } from './merge.js';
import { parseMrkdwn } from './parse.js';
import type { MrkdwnSegment } from './segments.js';

const marks = { bold: '*', italic: '_', strike: '~' } as const;

/** No width: one that words end at, and one that they do not end at. */
const [space, joiner] = ['\u200B', '\u2060'];

/**
 * Writes segments as mrkdwn: the other way of `parseMrkdwn`. mrkdwn has no escape for marks; a mark that a text holds gets a
 * joiner without width (U+2060) where it would otherwise be read as one, and a mark within a word a space without width.
 *
 * @example
 * ```ts
 * import { formatMrkdwn } from '@x/slack-rtm/mrkdwn';
 *
 * export const text: string = formatMrkdwn([
 *   { type: 'user', id: 'U024BE7LH' },
 *   { type: 'text', text: ': ' },
 *   { type: 'bold', content: [{ type: 'text', text: 'a < b' }] },
 * ]); // '<@U024BE7LH>: *a &lt; b*'
 * ```
 */
export function formatMrkdwn(segments: readonly MrkdwnSegment[]): string {
  const plain = write(segments, escapeMrkdwn, false);
  return isSame(parseMrkdwn(plain), segments) ? plain : write(segments, guard, true);
}

/** Whether a text was read as what was meant. */
function isSame(read: readonly MrkdwnSegment[], meant: readonly MrkdwnSegment[]): boolean {
  return JSON.stringify(read, inOrder) === JSON.stringify(meant, inOrder);
}

function inOrder(_: string, value: unknown): unknown {
  if (Array.isArray(value)) return merge(value as MrkdwnSegment[]);
  return value instanceof Object
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;
}

const guard = (text: string): string => escapeMrkdwn(text).replaceAll(/[*_~`:]/g, `${joiner}$&`);

function write(
  segments: readonly MrkdwnSegment[],
  textOf: (text: string) => string,
  separates: boolean,
): string {
  let output = '';
  let before = '';
  let wasMark = false;
  for (const segment of segments) {
    const written = writeOne(segment, textOf, separates);
    const isMark = segment.type in marks || segment.type === 'code';
    // A mark within a word is none to Slack.
    const parts =
      separates &&
      (isMark ? /[\p{L}\p{N}\u2060*_~`]$/u.test(before) : wasMark && /^[\p{L}\p{N}\u2060]/u.test(written));
    output += parts ? space + written : written;
    before = written.slice(-2);
    wasMark = isMark;
  }
  return output;
}

function writeOne(segment: MrkdwnSegment, textOf: (text: string) => string, separates: boolean): string {
  switch (segment.type) {
    case 'text':
      return textOf(segment.text);
    case 'bold':
    case 'italic':
    case 'strike':
      return marks[segment.type] + write(segment.content, textOf, separates) + marks[segment.type];
    case 'code':
      return `\`${escapeMrkdwn(segment.text.replaceAll('`', "'").replaceAll('\n', ' '))}\``;
    case 'preformatted':
      return `\`\`\`${escapeMrkdwn(segment.text.replaceAll('```', "'''"))}\`\`\``;
    case 'quote': {
      const content = write(segment.content, textOf, separates);
      return segment.toEnd ? `>>> ${content}` : `> ${content.replaceAll('\n', '\n> ')}`;
    }
    case 'emoji':
      return `:${segment.name}${segment.skinTone === undefined ? '' : `::skin-tone-${segment.skinTone}`}:`;
    case 'user':
    case 'channel':
    case 'usergroup':
    case 'broadcast':
    case 'link':
    case 'date':
    case 'special':
    default:
      return `<${writeToken(segment)}>`;
  }
}

type Token = Extract<
  MrkdwnSegment,
  { readonly type: 'user' | 'channel' | 'usergroup' | 'broadcast' | 'link' | 'date' | 'special' }
>;

const withoutBar = (text: string): string => escapeMrkdwn(text.replaceAll('|', '%7C'));

function writeToken(segment: Token): string {
  if (segment.type === 'date') {
    const { timestamp, format, url, fallback } = segment;
    const target = url === undefined ? '' : `^${withoutBar(url)}`;
    return `!date^${timestamp}^${escapeMrkdwn(format)}${target}${fallback === '' ? '' : `|${escapeMrkdwn(fallback)}`}`;
  }
  const label = segment.label === undefined ? '' : `|${escapeMrkdwn(segment.label)}`;
  return `${headOf(segment)}${label}`;
}

function headOf(segment: Exclude<Token, { readonly type: 'date' }>): string {
  switch (segment.type) {
    case 'user':
      return `@${segment.id}`;
    case 'channel':
      return `#${segment.id}`;
    case 'usergroup':
      return `!subteam^${segment.id}`;
    case 'broadcast':
      return `!${segment.range}`;
    case 'link':
      return withoutBar(segment.url);
    case 'special':
    default:
      return `!${withoutBar(segment.name)}`;
  }
}
