import type { EventDraft } from '../state/event-log.js';
import type { Message, Room, User } from '../state/model.js';
import { eventType } from '../state/wire-event.js';
import { messageWire } from './event-drafts.js';
import { pin } from './pins.js';
import type { Scene } from './scene.js';

/** Gives a message a star, or takes one's own away. One that has stood for too long stays, and nobody is told anything. */
export function toggleStar(scene: Scene, room: Room, message: Message, user: User): void {
  const now = scene.clock.now();
  const since = message.stars.get(user.id);
  if (since === undefined) message.stars.set(user.id, now);
  else if (now - since <= scene.options.starSettlesAfterMs) message.stars.delete(user.id);
  else return;
  tell(scene, room, message, user);
}

/** Pins a message, which stars it, too; or takes one's own pin away and leaves the star. */
export function togglePin(scene: Scene, room: Room, message: Message, user: User): void {
  const now = scene.clock.now();
  if (!message.pins.delete(user.id)) {
    pin(scene.clock, message, user.id, now);
    if (!message.stars.has(user.id)) message.stars.set(user.id, now);
  }
  tell(scene, room, message, user);
}

/** Takes away the pins of everybody. */
export function removePins(scene: Scene, room: Room, message: Message, user: User): void {
  if (message.pins.size === 0) return;
  message.pins.clear();
  tell(scene, room, message, user);
}

/** Takes away the stars and the pins of everybody. */
export function cancelStars(scene: Scene, room: Room, message: Message, user: User): void {
  if (message.stars.size === 0 && message.pins.size === 0) return;
  message.stars.clear();
  message.pins.clear();
  tell(scene, room, message, user);
}

function tell(scene: Scene, room: Room, message: Message, user: User): void {
  scene.server.events.append([starDraft(scene, room, message, user)]);
}

/** The counts as they are now. Only who did it learns who it was; the time is that of the message. */
function starDraft(scene: Scene, room: Room, message: Message, actor: User): EventDraft {
  const news = { type: eventType.messageStarred, room, message, at: message.postedAt };
  const own = messageWire(scene, {
    ...news,
    actor,
    more: {
      ...(message.stars.has(actor.id) ? { message_starred: true } : {}),
      ...(message.pins.has(actor.id) ? { message_owner_starred: true } : {}),
    },
  });
  return { roomId: room.id, wire: messageWire(scene, news), own: new Map([[actor.id, own]]) };
}
