import type { ChainCall } from './chain.js';

/** Posting a status: below what, and onto which subject. */
const statusPost = /^(.+\/v(\d+).+)\/feeds\/(?:news|user-profile|record)\/([^/]+)\/feed-items$/;

/**
 * Posting to `feeds/{feed}/{subject}/feed-items` ended with version 31.0. On later versions the post of the original
 * library, `feed_items.post({ text })`, becomes a feed element on the same subject; up to then it goes as parameters.
 */
export function asFeedElement(call: ChainCall): ChainCall {
  const [, chatter = '', version, subject] = statusPost.exec(call.path) ?? [];
  if (call.method !== 'POST' || subject === undefined) return call;
  const status = call.json as { readonly text?: string } | undefined;
  const { text, ...rest } = status ?? {};
  if (Number(version) < 32) return text === undefined ? call : { ...call, json: undefined, form: status };
  const body = text === undefined ? {} : { body: { messageSegments: [{ type: 'Text', text }] } };
  return {
    ...call,
    path: `${chatter}/feed-elements`,
    json: { feedElementType: 'FeedItem', subjectId: decodeURIComponent(subject), ...body, ...rest },
  };
}
