import type { Post } from '../state/post.js';
import type { RenderContext } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';

/** Pin Capability, on a post that is pinned in the feed of its parent. Null on others, as captured before anything was pinned. */
export function renderPin(post: Post, isPinnableByMe: boolean, context: RenderContext): JsonObject | null {
  const isPinned = context.state.pins.get(post.parentId)?.has(post.id) ?? false;
  return isPinned ? render('PinCapability', { isPinnableByMe, isPinned }, context) : null;
}
