import type { EventDraft } from '../state/event-log.js';
import type { Message, Parent, Room, User } from '../state/model.js';
import { eventType } from '../state/wire-event.js';
import { compose } from './compose.js';
import { messageDraft } from './event-drafts.js';
import type { Scene } from './scene.js';

/** Puts a message into a room and tells everybody. Whether its author may is for the caller to know. */
export function postMessage(
  scene: Scene,
  room: Room,
  author: User,
  input: { readonly text: string; readonly parentId?: number | undefined },
): Message {
  const { text } = input;
  const { html, parent, mentioned } = compose(scene, room, author, { text, parentId: input.parentId });
  const message = addMessage(scene, room, author, { source: text, html, parent });
  scene.server.events.append([
    ...calls(scene, room, message, author, mentioned),
    messageDraft(scene, { type: eventType.messagePosted, room, message, actor: author }),
  ]);
  return message;
}

/** Puts a message into a room without telling anybody. */
export function addMessage(
  scene: Scene,
  room: Room,
  author: User,
  wording: { readonly source: string; readonly html: string; readonly parent?: Parent | undefined },
): Message {
  const { server, clock } = scene;
  const { source, html, parent } = wording;
  const now = clock.now();
  const message: Message = {
    id: server.nextMessageId(),
    roomId: room.id,
    userId: author.id,
    postedAt: now,
    parent,
    revisions: [{ source, html, userId: author.id, at: now }],
    deleted: undefined,
    movedFrom: undefined,
    stars: new Map(),
    pins: new Map(),
    flags: new Map(),
    moderatorFlags: [],
  };
  server.messages.add(message);
  author.lastPostAt = now;
  author.lastSeenAt = now;
  return message;
}

/** What those who are answered or called are told, before the room is. */
export function calls(
  scene: Scene,
  room: Room,
  message: Message,
  actor: User,
  mentioned: readonly User[],
): EventDraft[] {
  const { parent } = message;
  const answered =
    parent?.isReply === true
      ? scene.server.users.get(scene.server.messages.get(parent.id)?.userId ?? 0)
      : undefined;
  return [
    ...(answered === undefined
      ? []
      : [messageDraft(scene, { type: eventType.messageReply, room, message, actor, target: answered })]),
    ...mentioned
      .filter((target) => target !== answered)
      .map((target) => messageDraft(scene, { type: eventType.userMentioned, room, message, actor, target })),
  ];
}
