import { missingArgument, outsideRange } from '../../errors.js';
import type { Fields } from '../../input/fields.js';
import { wholeNumber } from '../../input/parameters.js';
import { readDate } from '../../input/read-date.js';
import { isoDate } from '../../render/context.js';
import { renderNotification } from '../../render/notification.js';
import { render } from '../../render/render.js';
import { markNotification, type Notification, notificationsOf } from '../../state/notification.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';

const mostNotifications = 50;

export const notificationHandlers: Handlers = {
  'GET /connect/notifications': listNotifications,
  'PATCH /connect/notifications': markMany,
  'GET /connect/notifications/status': readStatus,
  'GET /connect/notifications/{notificationId}': (call) => answerOne(call, notificationOf(call)),
  'PATCH /connect/notifications/{notificationId}': markOne,
};

/** The newest ones, or the newest before or after a time. */
function listNotifications(call: Call): Answer {
  const { query } = call;
  const size = wholeNumber(query, 'size', { from: 1, to: mostNotifications, usual: 10 });
  const after = query.get('after');
  const before = query.get('before');
  const from = after === null ? -Infinity : readDate('after', after);
  const to = before === null ? Infinity : readDate('before', before);
  const wanted = notificationsOf(call.state, call.user.id).filter(({ at }) => at > from && at < to);
  return answerMany(call, wanted.slice(0, size));
}

/** Marks those that are named, or all before a time. */
async function markMany(call: Call): Promise<Answer> {
  const { fields } = await call.input();
  const own = notificationsOf(call.state, call.user.id);
  const ids = fields.texts('notificationIds');
  const before = fields.text('before');
  if (ids.length > mostNotifications) throw outsideRange('notificationIds', 1, mostNotifications);
  if (ids.length === 0 && before === undefined) throw missingArgument('notificationIds');
  const to = before === undefined ? undefined : readDate('before', before);
  const chosen =
    to === undefined
      ? ids.map((id) => found(own.find((notification) => notification.id === id)))
      : own.filter(({ at }) => at < to);
  mark(call, chosen, fields);
  return answerMany(call, chosen.slice(0, mostNotifications));
}

async function markOne(call: Call): Promise<Answer> {
  const notification = notificationOf(call);
  mark(call, [notification], (await call.input()).fields);
  return answerOne(call, notification);
}

function mark(call: Call, notifications: readonly Notification[], fields: Fields): void {
  const marks = { read: fields.boolean('read'), seen: fields.boolean('seen') };
  if (marks.read === undefined && marks.seen === undefined) throw missingArgument('read');
  for (const notification of notifications) markNotification(call.state, notification, marks);
}

function readStatus(call: Call): Answer {
  const own = notificationsOf(call.state, call.user.id);
  const unread = own.filter((notification) => !notification.read);
  const unseen = own.filter((notification) => !notification.seen);
  const values = {
    lastActivity: dateOf(own[0]),
    oldestUnread: dateOf(unread.at(-1)),
    oldestUnseen: dateOf(unseen.at(-1)),
    unreadCount: unread.length,
    unseenCount: unseen.length,
  };
  return { status: 200, body: render('NotificationStatus', values, call.context) };
}

function dateOf(notification: Notification | undefined): string | null {
  return notification === undefined ? null : isoDate(notification.at);
}

function answerOne(call: Call, notification: Notification): Answer {
  return { status: 200, body: renderNotification(notification, call.context, isTrimmed(call)) };
}

function answerMany(call: Call, list: readonly Notification[]): Answer {
  const notifications = list.map((notification) =>
    renderNotification(notification, call.context, isTrimmed(call)),
  );
  return { status: 200, body: render('NotificationCollection', { notifications }, call.context) };
}

function isTrimmed({ query }: Call): boolean {
  return query.get('trimMessages')?.toLowerCase() !== 'false';
}

/** The notification that a path names, if it is for the caller. */
function notificationOf(call: Call): Notification {
  const notification = found(call.state.notifications.get(call.part('notificationId')));
  return found(notification.recipientId === call.user.id ? notification : undefined);
}
