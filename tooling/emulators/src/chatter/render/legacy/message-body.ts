import { nameOf } from '../../state/model.js';
import type { Segment } from '../../state/segment.js';
import { type RenderContext, resourceUrl } from '../context.js';
import type { Json } from '../json.js';
import { textOf } from '../message-body.js';
import { segmentText } from '../segment.js';
import { renderLegacyUserSummary } from './user-summary.js';

/** The text of a post as version 23.0 had it, which knew neither markup nor links to records. */
export function renderLegacyBody(segments: readonly Segment[], context: RenderContext): Json {
  return {
    text: textOf(segments, context),
    messageSegments: segments
      .filter((segment) => segment.type !== 'MarkupBegin' && segment.type !== 'MarkupEnd')
      .map((segment) => renderLegacySegment(segment, context)),
  };
}

function renderLegacySegment(segment: Segment, context: RenderContext): Json {
  const text = segmentText(segment, context);
  if (segment.type === 'Link') return { url: segment.url, type: 'Link', text };
  if (segment.type === 'Hashtag') {
    const url = resourceUrl(context, `/chatter/feed-items?q=${encodeURIComponent(`#${segment.tag}`)}`);
    return { url, tag: segment.tag, type: 'Hashtag', text };
  }
  const user = segment.type === 'Mention' ? context.state.users.get(segment.entityId) : undefined;
  if (user !== undefined) {
    return {
      user: renderLegacyUserSummary(user, context),
      name: nameOf(user),
      accessible: true,
      type: 'Mention',
      text,
    };
  }
  return { type: 'Text', text };
}
