import type { Segment } from '../state/model.js';
import type { RenderContext } from './context.js';
import { bodyOf, type Json, since } from './json.js';
import { renderSegment, segmentText } from './segment.js';

/** Feed Item Body: the text of a post, in one piece and in segments. */
export function renderMessageBody(segments: readonly Segment[], context: RenderContext): Json {
  // An empty body has no opinion on being rich.
  const empty = segments.length === 0;
  return bodyOf(context.version, {
    isRichText: since(35, empty ? null : segments.some((segment) => segment.type === 'MarkupBegin')),
    messageSegments: segments.map((segment) => renderSegment(segment, context)),
    text: empty ? null : textOf(segments, context),
  });
}

/** The sentence above a post. It is never rich, and says so by null. */
export function renderHeader(segments: readonly Segment[], context: RenderContext): Json {
  return bodyOf(context.version, {
    isRichText: since(35, null),
    messageSegments: segments.map((segment) => renderSegment(segment, context)),
    text: textOf(segments, context),
  });
}

export function textOf(segments: readonly Segment[], context: Pick<RenderContext, 'state'>): string {
  return segments.map((segment) => segmentText(segment, context)).join('');
}
