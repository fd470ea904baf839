import type { Service } from '../service.js';
import { toTeam, toUser } from './audiences.js';

/** Whether somebody is not to be disturbed, as it travels. Nobody here has fixed hours, so the next ones are never. */
export function dndStatus({ store, clock }: Service, userId: string): Readonly<Record<string, unknown>> {
  const now = clock.now();
  const end = store.snoozes.get(userId) ?? 0;
  return {
    ...publicDndStatus,
    ...(end > now
      ? {
          snooze_enabled: true,
          snooze_endtime: Math.floor(end / 1_000),
          snooze_remaining: Math.ceil((end - now) / 1_000),
          snooze_is_indefinite: false,
        }
      : { snooze_enabled: false }),
  };
}

/** What others may know of it. */
export const publicDndStatus = { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 } as const;

/** Tells the user of all of it and everybody of what they may know. */
export function announceDnd(service: Service, userId: string): void {
  const about = { user: userId, event_ts: service.timestamps.next() };
  service.publish(toUser(userId, { type: 'dnd_updated', ...about, dnd_status: dndStatus(service, userId) }));
  service.publish(toTeam({ type: 'dnd_updated_user', ...about, dnd_status: publicDndStatus }));
}
