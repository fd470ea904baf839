import type { ChainCall } from './chain.js';

/** Feeds that a status could be posted to; the subject stands in their path. */
const feedItems = /^feeds\/(?:news|user-profile|record)\/([^/]+)\/feed-items$/;

/**
 * Posting to `feeds/{feed}/{subject}/feed-items` ended with version 31.0. On later versions the post of the original
 * library, `feed_items.post({ text })`, becomes a feed element on the same subject.
 */
export function asFeedElement(call: ChainCall): ChainCall {
  const [, subject] = feedItems.exec(call.parts.join('/')) ?? [];
  if (call.method !== 'POST' || subject === undefined) return call;
  const { text, ...rest } = (call.json ?? {}) as Readonly<Record<string, unknown>>;
  const body = text === undefined ? {} : { body: { messageSegments: [{ type: 'Text', text }] } };
  return {
    ...call,
    parts: ['feed-elements'],
    json: { feedElementType: 'FeedItem', subjectId: decodeURIComponent(subject), ...body, ...rest },
  };
}

/** Whether a call is the original's status post, in the form in which versions up to 31.0 take it: as parameters. */
export function isFormPost(call: ChainCall): boolean {
  const text = (call.json as { readonly text?: unknown } | undefined)?.text;
  return call.method === 'POST' && call.parts.at(-1) === 'feed-items' && typeof text === 'string';
}
