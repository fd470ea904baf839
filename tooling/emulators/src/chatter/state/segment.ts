/** A piece of a message. What people type as plain text is split into these. */
export type Segment =
  | { readonly type: 'Text'; readonly text: string }
  | { readonly type: 'Link'; readonly url: string }
  | { readonly type: 'Hashtag'; readonly tag: string; readonly topicId: string }
  /** `entityId` is that of a user or a group; `accessible` whether it could see the message when it was written. */
  | { readonly type: 'Mention'; readonly entityId: string; readonly accessible: boolean }
  | { readonly type: 'EntityLink'; readonly entityId: string }
  | { readonly type: 'InlineImage'; readonly fileId: string; readonly altText: string | null }
  | {
      readonly type: 'MarkupBegin';
      readonly markupType: string;
      readonly url: string | null;
      readonly altText: string | null;
    }
  | { readonly type: 'MarkupEnd'; readonly markupType: string };

/** The ids of whom a message mentions. */
export function mentionedIn(segments: readonly Segment[]): string[] {
  return segments.flatMap((segment) => (segment.type === 'Mention' ? [segment.entityId] : []));
}

/** The ids of whom a message mentions and who can see it, each once. */
export function toldBy(segments: readonly Segment[]): Set<string> {
  return new Set(
    segments.flatMap((segment) =>
      segment.type === 'Mention' && segment.accessible ? [segment.entityId] : [],
    ),
  );
}

/** The ids of the topics that the hashtags of a message stand for. */
export function topicsTaggedIn(segments: readonly Segment[]): string[] {
  return segments.flatMap((segment) => (segment.type === 'Hashtag' ? [segment.topicId] : []));
}
