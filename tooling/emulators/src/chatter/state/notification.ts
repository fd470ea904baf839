import { type ChatterState, wholeSecond } from './state.js';

/** What happens that somebody may want to know of. */
export const notificationTypes = [
  'Comment',
  'CommentMention',
  'Follow',
  'GroupRequest',
  'GroupRequestAccepted',
  'GroupRequestDeclined',
  'Like',
  'Mention',
  'ProfilePost',
] as const;

export type NotificationType = (typeof notificationTypes)[number];

/** A line under the bell of a user. */
export interface Notification {
  readonly id: string;
  readonly recipientId: string;
  readonly type: NotificationType;
  /** Who did it. */
  readonly actorId: string;
  /** Where it leads: a post, a comment, a user or a group. */
  readonly targetId: string;
  readonly at: number;
  changedAt: number;
  read: boolean;
  seen: boolean;
}

/** Tells a user what somebody did. Nobody is told of what they did themselves. */
export function notify(
  state: ChatterState,
  recipientId: string,
  news: Pick<Notification, 'type' | 'actorId' | 'targetId'> & { readonly at?: number },
): void {
  if (recipientId === news.actorId || !state.users.has(recipientId)) return;
  const at = news.at ?? wholeSecond(state.clock.now());
  const id = state.ids.nextDigest();
  state.notifications.set(id, { ...news, id, recipientId, at, changedAt: at, read: false, seen: false });
}

/** The notifications of a user, newest first. */
export function notificationsOf(state: ChatterState, userId: string): Notification[] {
  return [...state.notifications.values()]
    .filter((notification) => notification.recipientId === userId)
    .toReversed()
    .toSorted((left, right) => right.at - left.at);
}

/** Changes whether a notification was read and seen. What was read was seen. */
export function markNotification(
  state: ChatterState,
  notification: Notification,
  marks: { readonly read: boolean | undefined; readonly seen: boolean | undefined },
): void {
  const read = marks.read ?? notification.read;
  const seen = read || (marks.seen ?? notification.seen);
  if (read === notification.read && seen === notification.seen) return;
  notification.read = read;
  notification.seen = seen;
  notification.changedAt = wholeSecond(state.clock.now());
}
