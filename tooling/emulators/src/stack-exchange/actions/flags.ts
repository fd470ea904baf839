import type { EventDraft } from '../state/event-log.js';
import type { Flag, Message, Room, User } from '../state/model.js';
import { eventType } from '../state/wire-event.js';
import { messageWire } from './event-drafts.js';
import type { Scene } from './scene.js';

/** The reputation from which on somebody is shown flags. */
const seesFlagsFrom = 10_000;

/** Notes what somebody thinks of a message, in place of what they thought before. */
export function flagMessage(
  scene: Scene,
  room: Room,
  message: Message,
  user: User,
  opinion: Flag['opinion'],
): void {
  const before = offensiveFlags(message);
  message.flags.set(user.id, { opinion, at: scene.clock.now() });
  tellOfChange(scene, room, message, before, user);
}

/** Takes back what somebody thought of a message. */
export function unflagMessage(scene: Scene, room: Room, message: Message, user: User): void {
  const before = offensiveFlags(message);
  message.flags.delete(user.id);
  tellOfChange(scene, room, message, before, user);
}

/** Sends the moderators a message and a word about it. */
export function flagForModerators(
  scene: Scene,
  room: Room,
  message: Message,
  user: User,
  info: string,
): void {
  message.moderatorFlags.push({ userId: user.id, info, at: scene.clock.now() });
  const moderators = [...scene.server.users.values()].filter(({ isModerator }) => isModerator);
  scene.server.events.append([
    flagDraft(scene, eventType.moderatorFlag, { room, message, flagger: user, told: moderators }),
  ]);
}

/** Throws away what everybody said against a message. */
export function cancelFlags(scene: Scene, room: Room, message: Message): void {
  const before = offensiveFlags(message);
  message.flags.clear();
  message.moderatorFlags.length = 0;
  tellOfChange(scene, room, message, before, undefined);
}

function tellOfChange(
  scene: Scene,
  room: Room,
  message: Message,
  before: number,
  flagger: User | undefined,
): void {
  if (offensiveFlags(message) === before) return;
  const told = [...scene.server.users.values()].filter(
    (user) =>
      user.isModerator ||
      (user.reputation ?? 0) >= seesFlagsFrom ||
      (scene.options.ownersSeeFlags && room.owners.has(user.id)),
  );
  scene.server.events.append([flagDraft(scene, eventType.messageFlagged, { room, message, flagger, told })]);
}

interface FlagNews {
  readonly room: Room;
  readonly message: Message;
  readonly flagger: User | undefined;
  readonly told: readonly User[];
}

/** Nobody is told who flagged; who did it sees that they did. */
function flagDraft(scene: Scene, type: number, { room, message, flagger, told }: FlagNews): EventDraft {
  const flags = type === eventType.moderatorFlag ? message.moderatorFlags.length : offensiveFlags(message);
  const counted = flags === 0 ? {} : { message_flags: flags };
  const isFlagged =
    flagger !== undefined &&
    (type === eventType.moderatorFlag || message.flags.get(flagger.id)?.opinion === 'offensive');
  return {
    roomId: room.id,
    audience: new Set(told.map(({ id }) => id)),
    underEveryRoom: true,
    wire: messageWire(scene, { type, room, message, more: counted }),
    ...(isFlagged
      ? {
          own: new Map([
            [
              flagger.id,
              messageWire(scene, { type, room, message, more: { ...counted, message_flagged: true } }),
            ],
          ]),
        }
      : {}),
  };
}

function offensiveFlags(message: Message): number {
  return [...message.flags.values()].filter(({ opinion }) => opinion === 'offensive').length;
}
