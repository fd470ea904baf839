import type { ChainCall } from './chain.js';

/** Posting a status: below what, and onto which subject. */
const statusPost = /^POST(.+\/v(\d+).+)\/feeds\/(?:news|user-profile|record)\/([^/]+)\/feed-items$/;

/**
 * Posting to `feeds/{feed}/{subject}/feed-items` ended with version 31.0. On later versions the post of the original
 * library, `feed_items.post({ text })`, becomes a feed element on the same subject; up to then it goes as parameters.
 */
export function asFeedElement(call: ChainCall): ChainCall {
  const [, chatter, version, subject] = statusPost.exec(call.method + call.path) ?? [];
  const { text, ...rest } = (call.json ?? {}) as Readonly<Record<string, string>>;
  if (!subject || text === undefined) return call;
  if (Number(version) < 32) return { ...call, json: undefined, form: { text, ...rest } };
  const path = `${chatter}/feed-elements`;
  const body = { messageSegments: [{ type: 'Text', text }] };
  const json = { feedElementType: 'FeedItem', subjectId: decodeURIComponent(subject), body, ...rest };
  return { ...call, path, json };
}
