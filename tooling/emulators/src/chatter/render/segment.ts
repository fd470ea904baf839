import { nameOf, type Segment } from '../state/model.js';
import { type RenderContext, resourceUrl } from './context.js';
import { renderEntityLink } from './entity-link.js';
import { bodyOf, type Json, since } from './json.js';
import { topicUrl } from './topic.js';
import { renderUserSummary } from './user-summary.js';

/** Only `b` was ever seen in an answer; the others are what the names suggest. */
const htmlTags: Readonly<Record<string, string>> = {
  Bold: 'b',
  Code: 'code',
  Hyperlink: 'a',
  Italic: 'i',
  ListItem: 'li',
  OrderedList: 'ol',
  Paragraph: 'p',
  Strikethrough: 's',
  Underline: 'u',
  UnorderedList: 'ul',
};

/** A message segment. Each has a type and a text, and the texts together are the text of the message. */
export function renderSegment(segment: Segment, context: RenderContext): Json {
  const { version } = context;
  const { type } = segment;
  const text = segmentText(segment, context);
  switch (segment.type) {
    case 'Text':
      return { text, type };
    case 'Link':
      return { text, type, url: segment.url };
    case 'Hashtag':
      return {
        tag: segment.tag,
        text,
        topicUrl: topicUrl(segment.topicId, context),
        type,
        url: resourceUrl(context, `/chatter/feed-elements?q=${encodeURIComponent(`#${segment.tag}`)}`),
      };
    case 'Mention': {
      const user = context.state.users.get(segment.userId);
      return {
        accessible: user !== undefined,
        name: user === undefined ? null : nameOf(user),
        record: user === undefined ? null : renderUserSummary(user, context),
        text,
        type,
      };
    }
    case 'EntityLink':
      return renderEntityLink(segment.entityId, context);
    case 'MarkupBegin':
      return bodyOf(version, {
        altText: since(45, segment.altText),
        htmlTag: htmlTags[segment.markupType] ?? null,
        markupType: segment.markupType,
        text,
        type,
        url: since(45, segment.url),
      });
    case 'MarkupEnd':
    default:
      return {
        htmlTag: htmlTags[segment.markupType] ?? null,
        markupType: segment.markupType,
        text,
        type,
      };
  }
}

/** What a segment adds to the text of its message. */
export function segmentText(segment: Segment, context: Pick<RenderContext, 'state'>): string {
  const { users, records } = context.state;
  switch (segment.type) {
    case 'Text':
      return segment.text;
    case 'Link':
      return segment.url;
    case 'Hashtag':
      return /[^\p{L}\p{N}_]/u.test(segment.tag) ? `#[${segment.tag}]` : `#${segment.tag}`;
    case 'Mention': {
      const user = users.get(segment.userId);
      return user === undefined ? '' : `@${nameOf(user)}`;
    }
    case 'EntityLink': {
      const user = users.get(segment.entityId);
      return user === undefined ? (records.get(segment.entityId)?.name ?? '') : nameOf(user);
    }
    case 'MarkupBegin':
    case 'MarkupEnd':
    default:
      return '';
  }
}
