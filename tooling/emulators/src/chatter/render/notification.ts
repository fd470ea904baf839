import { nameOf } from '../state/model.js';
import type { Notification, NotificationType } from '../state/notification.js';
import { isoDate, type RenderContext, resourceUrl } from './context.js';
import type { JsonObject } from './json.js';
import { textOf } from './message-body.js';
import { smallPhotoUrl } from './photo.js';
import { render } from './render.js';
import { nameOfSubject } from './subject.js';

/** What each kind of news says, after the name of who did it and before the text or the name of what it is about. */
const sentences: Readonly<Record<NotificationType, string>> = {
  Comment: 'commented on your post',
  CommentMention: 'mentioned you in a comment',
  Follow: 'is following you',
  GroupRequest: 'asks to join',
  GroupRequestAccepted: 'accepted your request to join',
  GroupRequestDeclined: 'declined your request to join',
  Like: 'likes what you wrote',
  Mention: 'mentioned you',
  ProfilePost: 'posted on your profile',
};

const longestTrimmed = 120;

/** Notification. Texts are trimmed to 120 characters unless they are wanted whole. */
export function renderNotification(
  notification: Notification,
  context: RenderContext,
  isTrimmed: boolean,
): JsonObject {
  const { id, type, actorId, targetId, at, changedAt, recipientId, read, seen } = notification;
  const { state } = context;
  const actor = state.users.get(actorId);
  const title = `${actor === undefined ? 'Somebody' : nameOf(actor)} ${sentences[type]}`;
  const body = aboutWhat(notification, context);
  return render(
    'Notification',
    {
      count: 1,
      id,
      image: smallPhotoUrl(actorId, context),
      lastModified: isoDate(changedAt),
      messageBody: isTrimmed ? trimmed(body) : body,
      messageTitle: title,
      mostRecentActivityDate: isoDate(at),
      organizationId: state.org.id,
      read,
      recipientId,
      seen,
      target: targetId,
      type,
      url: resourceUrl(context, `/connect/notifications/${id}`),
    },
    context,
  );
}

/** The text of the post or comment, or the name of the user or group. */
function aboutWhat({ targetId }: Notification, context: RenderContext): string {
  const { posts, comments } = context.state;
  const segments = posts.get(targetId)?.segments ?? comments.get(targetId)?.segments;
  return segments === undefined ? nameOfSubject(targetId, context.state) : textOf(segments, context);
}

function trimmed(text: string): string {
  return text.length > longestTrimmed ? `${text.slice(0, longestTrimmed - 3)}...` : text;
}
