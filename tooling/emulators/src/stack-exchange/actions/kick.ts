import { accessOf, giveAccess } from '../state/access.js';
import type { Room, User } from '../state/model.js';
import { eventType } from '../state/wire-event.js';
import { presenceDraft } from './event-drafts.js';
import { accessDraft, setUserAccess } from './room-access.js';
import type { Scene } from './scene.js';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** How long the first, the second and every later kick of a day lasts. */
const kickMinutes = [1, 5, 30] as const;

/**
 * Throws somebody out of a room, where they may only read for a while. The room is told of both at once, if they were there, and
 * once more when it is over. Gives how long that is.
 */
export function kick(scene: Scene, room: Room, actor: User, user: User, durationMs?: number): number {
  const { server, clock } = scene;
  const now = clock.now();
  const earlier = (room.kicks.get(user.id) ?? []).filter((at) => at > now - dayMs);
  const [, , longest] = kickMinutes;
  const lasts = durationMs ?? (kickMinutes[earlier.length] ?? longest) * minuteMs;
  room.kicks.set(user.id, [...earlier, now]);
  room.kickEnds.get(user.id)?.();
  const before = room.kickEnds.has(user.id) ? undefined : accessOf(room, user.id);
  giveAccess(room, user.id, 'read-only');
  const isThere = server.present.get(room.id)?.has(user.id) ?? false;
  server.events.append([
    accessDraft(scene, room, actor, { user, access: 'read-only' }),
    ...(isThere ? [presenceDraft(scene, eventType.userLeft, room, user)] : []),
  ]);
  server.present.get(room.id)?.delete(user.id);
  room.kickEnds.set(
    user.id,
    clock.after(lasts, () => setUserAccess(scene, room, actor, user, before)),
  );
  return lasts;
}
