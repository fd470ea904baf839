import type { Service } from '../service.js';
import type { Connection } from './connection.js';
import { announcePresence, presenceOf } from './presence.js';

/** Notes that somebody did something, or connected. Who then does nothing for long enough, on any connection, is away. */
export function noteActivity(service: Service, connection: Connection): void {
  const { clock, hub, switches } = service;
  connection.activeAt = clock.now();
  setIdle(service, connection, false);
  connection.stopIdling();
  connection.stopIdling = clock.after(switches.awayAfterMs, () => {
    const since = clock.now() - switches.awayAfterMs;
    const own = [...hub.connections].filter(({ session }) => session.userId === connection.session.userId);
    if (own.every(({ activeAt }) => activeAt <= since)) setIdle(service, connection, true);
  });
}

/** Bots are never idle. */
function setIdle(service: Service, { session: { userId } }: Connection, isIdle: boolean): void {
  const { hub, store } = service;
  if (store.users.get(userId)?.botId !== undefined) return;
  const before = presenceOf(service, userId);
  if (isIdle) hub.idle.add(userId);
  else hub.idle.delete(userId);
  if (presenceOf(service, userId) !== before) announcePresence(service, userId);
}
