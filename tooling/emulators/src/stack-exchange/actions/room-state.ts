import type { Room } from '../state/model.js';
import type { Scene } from './scene.js';

/** For so long nobody writes in a room; zero ends it. Whoever watches the room is told at once. */
export function setTimeoutOf(scene: Scene, room: Room, durationMs: number, reason: string): void {
  room.timeout = durationMs === 0 ? undefined : { until: scene.clock.now() + durationMs, reason };
  scene.server.roomChanged(room.id);
}

export function setFrozen(scene: Scene, room: Room, frozen: boolean): void {
  room.frozen = frozen;
  scene.server.roomChanged(room.id);
}

/** Only moderators see a deleted room; everybody else has to leave. */
export function setDeleted(scene: Scene, room: Room, deleted: boolean): void {
  room.deleted = deleted;
  scene.server.roomChanged(room.id);
}
