export { escapeMrkdwn, unescapeMrkdwn } from './escape.js';
export { formatMrkdwn } from './format.js';
export {
  broadcastMention,
  channelMention,
  dateText,
  groupMention,
  link,
  userMention,
  type DateOptions,
} from './mentions.js';
export type { MrkdwnNames } from './names.js';
export { parseMrkdwn } from './parse.js';
export { messageToMarkdown, type MessageText } from './rich-text.js';
export type {
  BroadcastSegment,
  CodeSegment,
  DateSegment,
  EmojiSegment,
  EmphasisSegment,
  InlineSegment,
  LinkSegment,
  MentionSegment,
  MrkdwnSegment,
  QuoteSegment,
  SpecialSegment,
  TextSegment,
} from './segments.js';
export { markdownToMrkdwn } from './from-markdown.js';
export { mrkdwnToMarkdown, type MarkdownOptions } from './to-markdown.js';
export { mrkdwnToText } from './to-text.js';
