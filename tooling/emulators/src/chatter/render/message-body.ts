import type { Segment } from '../state/segment.js';
import type { RenderContext } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';
import { renderSegment, segmentText } from './segment.js';

/** Feed Item Body: the text of a post, in one piece and in segments. An empty one has no opinion on being rich. */
export function renderMessageBody(segments: readonly Segment[], context: RenderContext): JsonObject {
  if (segments.length === 0) return render('FeedItemBody', {}, context);
  const isRichText = segments.some(({ type }) => type === 'MarkupBegin' || type === 'InlineImage');
  return render('FeedItemBody', { isRichText, ...texts(segments, context) }, context);
}

/** The sentence above a post. It is never rich, and says so by null. */
export function renderHeader(segments: readonly Segment[], context: RenderContext): JsonObject {
  return render('FeedItemBody', texts(segments, context), context);
}

/** Like Message Body, and every other that knows nothing of being rich. */
export function renderSentence(segments: readonly Segment[], context: RenderContext): JsonObject {
  return render('LikeMessageBody', texts(segments, context), context);
}

export function textOf(segments: readonly Segment[], context: Pick<RenderContext, 'state'>): string {
  return segments.map((segment) => segmentText(segment, context)).join('');
}

function texts(segments: readonly Segment[], context: RenderContext): JsonObject {
  return {
    messageSegments: segments.map((segment) => renderSegment(segment, context)),
    text: textOf(segments, context),
  };
}
