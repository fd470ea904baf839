import type { Service } from '../service.js';
import type { Frame } from '../state/events.js';
import type { Presence } from '../state/model.js';
import type { Connection } from './connection.js';

const mostQueried = 500;

/** A bot is there while it is connected, whatever it says. Otherwise it is what it says, as people are unless they are idle. */
export function presenceOf({ store, hub }: Pick<Service, 'store' | 'hub'>, userId: string): Presence {
  const user = store.users.get(userId);
  if (user?.botId !== undefined && hub.isConnected(userId)) return 'active';
  return user === undefined || hub.idle.has(userId) ? 'away' : user.presence;
}

/** `presence_sub`: the whole set that is wanted from now on. Those who are new in it are reported at once. */
export function subscribe(service: Service, connection: Connection, frame: Frame): void {
  const former = connection.subscriptions;
  const wanted = idsOf(frame);
  connection.subscriptions = new Set(wanted);
  report(
    service,
    connection,
    wanted.filter((id) => !former.has(id)),
  );
}

/** `presence_query`: a report, once. */
export function query(service: Service, connection: Connection, frame: Frame): void {
  report(service, connection, idsOf(frame).slice(0, mostQueried));
}

/** Tells everybody who wants to know of this user. */
export function announcePresence(service: Service, userId: string): void {
  for (const connection of service.hub.connections) {
    if (connection.subscriptions.has(userId)) report(service, connection, [userId]);
  }
}

function report(service: Service, connection: Connection, ids: readonly string[]): void {
  const known = ids.filter((id) => service.store.users.has(id));
  for (const presence of ['active', 'away'] as const) {
    const users = known.filter((id) => presenceOf(service, id) === presence);
    if (connection.session.batchPresence) {
      if (users.length > 0) connection.sendEvent({ type: 'presence_change', users, presence });
    } else {
      for (const user of users) connection.sendEvent({ type: 'presence_change', user, presence });
    }
  }
}

function idsOf(frame: Frame): string[] {
  const ids = frame['ids'];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
