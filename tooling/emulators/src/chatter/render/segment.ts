import { latestVersion } from '../state/file.js';
import type { Segment } from '../state/segment.js';
import { type RenderContext, resourceUrl } from './context.js';
import { renderEntityLink } from './entity-link.js';
import type { JsonObject } from './json.js';
import { renderFilePreviews, renderImageDetails } from './file-preview.js';
import { render } from './render.js';
import { nameOfSubject, renderSubject } from './subject.js';
import { topicUrl } from './topic.js';

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
export function renderSegment(segment: Segment, context: RenderContext): JsonObject {
  const { type } = segment;
  const text = segmentText(segment, context);
  switch (segment.type) {
    case 'Text':
      return render('MessageSegmentText', { text, type }, context);
    case 'Link':
      return render('MessageSegmentLink', { text, type, url: segment.url }, context);
    case 'Hashtag': {
      const { tag, topicId } = segment;
      const url = resourceUrl(context, `/chatter/feed-elements?q=${encodeURIComponent(`#${tag}`)}`);
      const values = { tag, text, topicUrl: topicUrl(topicId, context), type, url };
      return render('MessageSegmentHashtag', values, context);
    }
    case 'Mention': {
      const record = renderSubject(segment.entityId, context);
      const name = record === null ? null : nameOfSubject(segment.entityId, context.state);
      const values = { accessible: segment.accessible, name, record, text, type };
      return render('MessageSegmentMention', values, context);
    }
    case 'EntityLink':
      return renderEntityLink(segment.entityId, context);
    case 'InlineImage':
      return renderInlineImage(segment, context);
    case 'MarkupBegin': {
      const { altText, markupType, url } = segment;
      const htmlTag = htmlTags[markupType] ?? null;
      return render('MessageSegmentMarkupBegin', { altText, htmlTag, markupType, text, type, url }, context);
    }
    case 'MarkupEnd':
    default: {
      const { markupType } = segment;
      const htmlTag = htmlTags[markupType] ?? null;
      return render('MessageSegmentMarkupEnd', { htmlTag, markupType, text, type }, context);
    }
  }
}

/** What a segment adds to the text of its message. */
export function segmentText(segment: Segment, context: Pick<RenderContext, 'state'>): string {
  switch (segment.type) {
    case 'Text':
      return segment.text;
    case 'Link':
      return segment.url;
    case 'Hashtag':
      return /[^\p{L}\p{N}_]/u.test(segment.tag) ? `#[${segment.tag}]` : `#${segment.tag}`;
    case 'Mention':
      return `@${nameOfSubject(segment.entityId, context.state)}`;
    case 'EntityLink':
      return nameOfSubject(segment.entityId, context.state);
    case 'InlineImage':
    case 'MarkupBegin':
    case 'MarkupEnd':
    default:
      return '';
  }
}

function renderInlineImage(
  segment: Extract<Segment, { type: 'InlineImage' }>,
  context: RenderContext,
): JsonObject {
  const { altText, fileId, type } = segment;
  const file = context.state.files.get(fileId);
  const version = file === undefined ? undefined : latestVersion(file);
  const values = {
    altText: altText ?? version?.title ?? null,
    contentSize: version?.bytes.length ?? null,
    fileExtension: version?.extension ?? null,
    imageDetails: version === undefined ? null : renderImageDetails(version, context),
    text: '',
    thumbnails: file === undefined ? null : renderFilePreviews(file, context),
    type,
    url: resourceUrl(context, `/connect/files/${fileId}`),
  };
  return render('MessageSegmentInlineImage', values, context);
}
