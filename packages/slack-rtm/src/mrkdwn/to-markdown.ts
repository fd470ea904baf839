import { escapeMarkdown } from './escape-markdown.js';
import {
  around,
  markdownCode,
  markdownFence,
  markdownLines,
  markdownLink,
  markdownQuote,
} from './markdown-parts.js';
import type { MrkdwnNames } from './names.js';
import { parseMrkdwn } from './parse.js';
import type { InlineSegment, MrkdwnSegment } from './segments.js';
import { shownBroadcast, shownDate, shownEmoji, shownMention } from './shown.js';

/** How Markdown is written. */
export interface MarkdownOptions extends MrkdwnNames {
  /**
   * The workspace's own emoji, as `emoji.list` answers: the addresses of images, and `alias:` with another name. They become
   * images. Default: none.
   */
  readonly emojiList?: Readonly<Record<string, string>> | undefined;
  /** Whether struck text is written as GitHub's Markdown has it, or as HTML, since CommonMark has nothing for it. Default `'gfm'`. */
  readonly flavour?: 'gfm' | 'commonmark' | undefined;
}

/**
 * A text in mrkdwn as Markdown (CommonMark, and `~~` of GitHub's). What is text to Slack is text in Markdown; line breaks
 * stay, bullets become lists, mentions bold names. A link to a scheme that runs code loses its address.
 *
 * @throws `RangeError` for a time zone that does not exist, if there is a date in the text.
 * @example
 * ```ts
 * import { mrkdwnToMarkdown } from '@x/slack-rtm/mrkdwn';
 *
 * export const text: string = mrkdwnToMarkdown('*Hi* <@U1>, 2 * 3 = 6', {
 *   userName: (id) => ({ U1: 'ann' })[id],
 * }); // '**Hi** **@ann**, 2 \\* 3 = 6'
 * ```
 */
export function mrkdwnToMarkdown(mrkdwn: string, options: MarkdownOptions = {}): string {
  return segmentsToMarkdown(parseMrkdwn(mrkdwn), options);
}

/** Segments as Markdown; quotes and code in lines of their own stand apart. */
export function segmentsToMarkdown(segments: readonly MrkdwnSegment[], options: MarkdownOptions): string {
  const blocks: string[] = [];
  let inline: InlineSegment[] = [];
  const flush = (): void => {
    const lines = markdownLines(inlineToMarkdown(inline, options));
    if (lines !== '') blocks.push(lines);
    inline = [];
  };
  for (const segment of segments) {
    if (segment.type !== 'quote' && segment.type !== 'preformatted') inline.push(segment);
    else {
      flush();
      blocks.push(
        segment.type === 'quote'
          ? markdownQuote(segmentsToMarkdown(segment.content, options))
          : markdownFence(segment.text),
      );
    }
  }
  flush();
  return blocks.join('\n\n');
}

/** What stands within lines, with line breaks as they are. */
export function inlineToMarkdown(
  segments: readonly InlineSegment[],
  options: MarkdownOptions,
  isInBold = false,
): string {
  let output = '';
  let before = '';
  for (const segment of segments) {
    const written = inlineOf(segment, before, isInBold, options);
    // Marks of two things that touch would be read as one.
    output += before === '*' && written.startsWith('*') ? `\u200B${written}` : written;
    if (written !== '') before = written.slice(-1);
  }
  return output;
}

function inlineOf(
  segment: InlineSegment,
  before: string,
  isInBold: boolean,
  options: MarkdownOptions,
): string {
  switch (segment.type) {
    case 'text':
      return escapeMarkdown(segment.text, before === '' || before === '\n');
    case 'bold':
      return around('**', inlineToMarkdown(segment.content, options, true));
    case 'strike': {
      const content = inlineToMarkdown(segment.content, options, isInBold);
      return options.flavour === 'commonmark' ? around('<del>', content, '</del>') : around('~~', content);
    }
    case 'italic': {
      const content = inlineToMarkdown(segment.content, options, isInBold);
      // Three stars in a row say nothing of what is in what; a line below means nothing within a word.
      const touches = isInBold || /^\*|\*$/.test(content);
      return around(touches && !/[\p{L}\p{N}]/u.test(before) ? '_' : '*', content);
    }
    case 'code':
      return markdownCode(segment.text);
    case 'user':
    case 'usergroup': {
      const name = escapeMarkdown(shownMention(segment, options), false);
      // Within a word, stars before a sign begin nothing.
      return isInBold || !/^$|[\s([{"']/.test(before) ? name : `**${name}**`;
    }
    case 'channel':
      return escapeMarkdown(shownMention(segment, options), false).replace(/^\\#/, '#');
    case 'broadcast':
      return shownBroadcast(segment);
    case 'link':
      return markdownLink(segment.url, segment.label);
    case 'date': {
      const text = shownDate(segment, options);
      return segment.url === undefined ? escapeMarkdown(text, false) : markdownLink(segment.url, text);
    }
    case 'emoji':
      return (
        emojiImage(segment.name, options) ??
        shownEmoji(segment, options).replaceAll(/(?<=:)_|_(?=:)/g, String.raw`\_`)
      );
    case 'special':
    default:
      return escapeMarkdown(segment.label === undefined ? `<!${segment.name}>` : `<${segment.label}>`, false);
  }
}

/** The image of an emoji of the workspace's own. Aliases of aliases are followed, as far as they lead anywhere. */
function emojiImage(name: string, { emojiList = {} }: MarkdownOptions): string | undefined {
  let value = ownEntry(emojiList, name);
  for (let hops = 0; hops < 8 && value?.startsWith('alias:') === true; hops += 1) {
    value = ownEntry(emojiList, value.slice('alias:'.length));
  }
  return value !== undefined && /^https?:\/\/\S+$/.test(value)
    ? `!${markdownLink(value, `:${name}:`)}`
    : undefined;
}

function ownEntry(list: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(list, name) ? list[name] : undefined;
}
