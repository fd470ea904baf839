import type { Announcement } from '../state/announcement.js';
import { isoDate, type RenderContext, resourceUrl } from './context.js';
import { renderFeedItem } from './feed-item.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';

/** Announcement. */
export function renderAnnouncement(announcement: Announcement, context: RenderContext): JsonObject {
  const { id, postId, expiresAt, isArchived, sendEmails } = announcement;
  const post = context.state.posts.get(postId);
  return render(
    'Announcement',
    {
      expirationDate: isoDate(expiresAt),
      feedElement: post === undefined ? null : renderFeedItem(post, context),
      id,
      isArchived,
      sendEmails,
      url: resourceUrl(context, `/chatter/announcements/${id}`),
    },
    context,
  );
}
