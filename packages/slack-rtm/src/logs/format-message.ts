import { escapeMarkdown } from '../mrkdwn/escape-markdown.js';
import { messageToMarkdown } from '../mrkdwn/rich-text.js';
import { elementsOf } from '../mrkdwn/rich-text-elements.js';
import type { MarkdownOptions } from '../mrkdwn/to-markdown.js';
import type { FormatOptions } from './format-options.js';
import { formatAttachment, formatFile, formatReactions, textOfBlocks } from './format-parts.js';
import { isNotice, noticeText } from './notices.js';
import type { LogMessage } from './records.js';

/** Where a message stands. */
export interface Place {
  /** Shown before it: a time, with the day where that is another. */
  readonly time: string;
  /** The conversation, where there are several. */
  readonly channel: string | undefined;
  /** Whether it is below what it replies to. */
  readonly isReply: boolean;
}

/** A message as Markdown: a paragraph, and what belongs to it below. */
export function formatMessage(message: LogMessage, place: Place, options: FormatOptions): string {
  const { files = [], reactions = [], attachments } = message;
  const nameOf = namesFor(message, options);
  const written: MarkdownOptions = {
    timeZone: options.timeZone,
    flavour: options.flavour,
    emoji: options.emoji,
    emojiList: options.emojiList,
    userName: nameOf,
    channelName: (id) => message._mentions?.[id],
    groupName: (id) => message._mentions?.[id],
  };
  return [
    paragraph(message, place, options, written),
    ...files.map(formatFile),
    ...elementsOf(attachments).map((attachment) => formatAttachment(attachment, written)),
    formatReactions(reactions, (id) => nameOf(id) ?? reactionName(message, id) ?? id, written),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** By the message's own lists of names, unless the reader knows better. */
function namesFor(
  { _mentions: mentions = {}, _display_names: displayed = {} }: LogMessage,
  { names = 'user' }: FormatOptions,
): (id: string) => string | undefined {
  const own = (list: Readonly<Record<string, string>>, id: string): string | undefined =>
    Object.hasOwn(list, id) ? list[id] : undefined;
  return (id) => {
    const chosen =
      typeof names === 'function' ? names(id) : names === 'display' ? own(displayed, id) : undefined;
    return chosen ?? own(mentions, id);
  };
}

function reactionName({ reactions = [] }: LogMessage, id: string): string | undefined {
  for (const { users, users_name: names } of reactions) {
    const at = users.indexOf(id);
    if (at >= 0) return names?.[at];
  }
  return undefined;
}

function authorOf(message: LogMessage, { names = 'user' }: FormatOptions): string {
  const chosen = typeof names === 'function' ? names(message.user ?? message.bot_id ?? '') : undefined;
  return chosen ?? (names === 'display' ? message._display_name : message._user_name);
}

function paragraph(
  message: LogMessage,
  { time, channel, isReply }: Place,
  options: FormatOptions,
  written: MarkdownOptions,
): string {
  const { subtype, edited, blocks } = message;
  const name = `**@${escapeMarkdown(authorOf(message, options), false)}**`;
  const place = channel === undefined ? '' : ` (#${escapeMarkdown(channel, false)})`;
  const start = `**${time}**${place} `;
  const said = isNotice(message) ? noticeText(message) : message.text;
  const text =
    said || blocks?.length
      ? messageToMarkdown({ ...message, text: said || textOfBlocks(blocks) }, written)
      : '';
  const marks = [
    ...(edited === undefined ? [] : ['(edited)']),
    ...(isReply && subtype === 'thread_broadcast' ? ['*(also sent to the channel)*'] : []),
  ];
  if (isNotice(message)) return withMarks(start + inItalics(text), marks);
  if (subtype === 'me_message') return withMarks(start + inItalics(`${name} ${text}`), marks);
  if (text === '') return withMarks(`${start}${name}:`, marks);
  // What is a block of its own cannot begin behind a name.
  const separator = isBlock(text) ? '\n\n' : ' ';
  return withMarks(`${start}${name}:${separator}${text}`, marks);
}

/** Quotes, lists and code begin with a mark that is not escaped. */
function isBlock(text: string): boolean {
  return /^(?:>|```|[-+] |\d+\. )/.test(text);
}

/** The first paragraph in italics; what comes after it stays as it is. */
function inItalics(text: string): string {
  const end = text.indexOf('\n\n');
  const [first, rest] = end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end)];
  return isBlock(first) || first.trim() === '' ? text : `_${first.trim()}_${rest}`;
}

function withMarks(text: string, marks: readonly string[]): string {
  if (marks.length === 0) return text;
  const last = text.slice(text.lastIndexOf('\n') + 1).trimStart();
  return text + (isBlock(last) ? '\n\n' : ' ') + marks.join(' ');
}
