import { refuse } from '../refuse.js';
import type { MessageBodyInput, MessageSegmentInput } from '../types/bodies/messages.js';
import { isText, segmentsOf, type Content } from './content.js';

const longest = 10_000;
const mostMentions = 25;

/**
 * A text to be sent, as a template: words, with mentions, links and markup between them. Or as a list of those. What a
 * user typed goes in as a value and stays words, apart from addresses and `#tags`, which the service turns into links.
 *
 * @throws `usage` / `INVALID_REQUEST` for more than 25 mentions, and for more words than 10,000 characters: nothing is cut
 * off in silence.
 * @example
 * ```ts
 * import { bold, createChatter, mention, message } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * const [first] = (await chatter.users({ q: 'ann' })).users;
 * if (first) {
 *   await chatter.feed_elements.post({
 *     feedElementType: 'FeedItem',
 *     subjectId: 'me',
 *     body: message`Hello ${mention(first)}, lunch is ${bold('ready')}`,
 *   });
 * }
 * ```
 * @see https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/connect_requests_message_body_input.htm
 */
export function message(words: TemplateStringsArray, ...values: readonly Content[]): MessageBodyInput;
export function message(...content: readonly Content[]): MessageBodyInput;
export function message(
  first: TemplateStringsArray | Content = '',
  ...rest: readonly Content[]
): MessageBodyInput {
  const content = isTemplate(first)
    ? first.flatMap((words, index) => [words, rest[index] ?? ''])
    : [first, ...rest];
  const messageSegments = segmentsOf(content);
  if (messageSegments.filter(({ type }) => type === 'Mention').length > mostMentions) {
    refuse(`a text takes ${mostMentions} mentions`);
  }
  const length = messageSegments.reduce((sum, segment) => sum + lengthOf(segment), 0);
  if (length > longest) refuse(`a text takes ${longest} characters; this one has ${length}`);
  return { messageSegments };
}

function isTemplate(first: TemplateStringsArray | Content): first is TemplateStringsArray {
  return typeof first === 'object' && 'raw' in first;
}

/** How long a piece is for certain. What a mention reads as, only the service knows. */
function lengthOf(segment: MessageSegmentInput): number {
  return isText(segment) ? Array.from(segment.text).length : 0;
}
