import type { MrkdwnNames } from './names.js';
import { parseMrkdwn } from './parse.js';
import type { MrkdwnSegment } from './segments.js';
import { shownBroadcast, shownDate, shownEmoji, shownMention } from './shown.js';

/**
 * A text in mrkdwn as plain text: without marks and entities, with names instead of ids, and of a link its label and address.
 *
 * @throws `RangeError` for a time zone that does not exist, if there is a date in the text.
 * @example
 * ```ts
 * import { mrkdwnToText } from '@x/slack-rtm/mrkdwn';
 *
 * export const text: string = mrkdwnToText('*Hi* <@U1>, see <https://example.org|the page>', {
 *   userName: (id) => ({ U1: 'ann' })[id],
 * }); // 'Hi @ann, see the page (https://example.org)'
 * ```
 */
export function mrkdwnToText(mrkdwn: string, names: MrkdwnNames = {}): string {
  return parseMrkdwn(mrkdwn)
    .map((segment) => shown(segment, names))
    .join('');
}

function shown(segment: MrkdwnSegment, names: MrkdwnNames): string {
  switch (segment.type) {
    case 'text':
    case 'code':
    case 'preformatted':
      return segment.text;
    case 'bold':
    case 'italic':
    case 'strike':
    case 'quote':
      return segment.content.map((each) => shown(each, names)).join('');
    case 'user':
    case 'channel':
    case 'usergroup':
      return shownMention(segment, names);
    case 'broadcast':
      return shownBroadcast(segment);
    case 'link':
      return segment.label === undefined || segment.label === segment.url
        ? segment.url
        : `${segment.label} (${segment.url})`;
    case 'date':
      return shownDate(segment, names);
    case 'emoji':
      return shownEmoji(segment, names);
    case 'special':
    default:
      return segment.label ?? `<!${segment.name}>`;
  }
}
