import { toSeconds } from '../content/wire-json.js';
import { describeMessage } from '../state/describe-message.js';
import type { EventDraft } from '../state/event-log.js';
import { currentRevision, type Message, type Room, type User } from '../state/model.js';
import { eventType, type WireEvent, type WireMessage } from '../state/wire-event.js';
import type { Scene } from './scene.js';

/** Something that happened to a message. */
export interface MessageNews {
  readonly type: number;
  readonly room: Room;
  readonly message: Message;
  /** Who did it; undefined where that is nobody's business. */
  readonly actor?: User | undefined;
  /** Whom it happened to. */
  readonly target?: User;
  /** Milliseconds since 1970. Default: now. */
  readonly at?: number;
  /** What is known beside what every event tells of its message. */
  readonly more?: WireMessage;
}

/** What one person, the target, is told of a message; without a target, what the room is. */
export function messageDraft(scene: Scene, news: MessageNews): EventDraft {
  const { room, target } = news;
  return {
    roomId: room.id,
    ...(target === undefined ? {} : { audience: new Set([target.id]) }),
    wire: messageWire(scene, news),
  };
}

/** An event about a message. Taken down now: a later change of the message does not change what happened. */
export function messageWire(scene: Scene, news: MessageNews): (id: number) => WireEvent {
  const { type, room, message, actor, target, at = scene.clock.now(), more = {} } = news;
  const isRemoval = type === eventType.messageDeleted;
  const content = isRemoval ? {} : { content: currentRevision(message).html };
  const described = isRemoval ? inShort(scene, message) : fieldsFor(type, scene, message);
  const roomName = room.name;
  return (id) => ({
    event_type: type,
    time_stamp: toSeconds(at),
    ...content,
    id,
    ...(actor === undefined ? {} : { user_id: actor.id }),
    ...(target === undefined ? {} : { target_user_id: target.id }),
    ...(actor === undefined ? {} : { user_name: actor.name }),
    room_id: room.id,
    room_name: roomName,
    ...described,
    ...more,
  });
}

/** Those who do not tell of edits: a count in them would be taken for a change. */
const silentOfEdits: ReadonlySet<number> = new Set([
  eventType.messageStarred,
  eventType.messageFlagged,
  eventType.moderatorFlag,
]);

function fieldsFor(type: number, scene: Scene, message: Message): WireMessage {
  const described = describeMessage(scene.server, message, scene.options.replyFields);
  if (!silentOfEdits.has(type)) return described;
  const { message_edits: _edits, ...others } = described;
  return others;
}

function inShort(scene: Scene, message: Message): WireMessage {
  const { message_id = message.id, message_edits } = describeMessage(scene.server, message, false);
  return { message_id, ...(message_edits === undefined ? {} : { message_edits }) };
}

/** Something that happened to a room or a person, and to no message. */
export interface Notice {
  readonly type: number;
  readonly content?: string;
  readonly actor?: User;
  readonly target?: User;
  /** The room that it names; undefined for one that names none. */
  readonly room?: Room;
}

export function noticeWire(scene: Scene, notice: Notice): (id: number) => WireEvent {
  const { type, content, actor, target, room } = notice;
  const names = { user: actor?.name, room: room?.name };
  const at = toSeconds(scene.clock.now());
  return (id) => ({
    event_type: type,
    time_stamp: at,
    ...(content === undefined ? {} : { content }),
    id,
    ...(actor === undefined ? {} : { user_id: actor.id }),
    ...(target === undefined ? {} : { target_user_id: target.id }),
    ...(names.user === undefined ? {} : { user_name: names.user }),
    ...(room === undefined ? {} : { room_id: room.id }),
    ...(names.room === undefined ? {} : { room_name: names.room }),
  });
}

/** Somebody came or went. */
export function presenceDraft(scene: Scene, type: 3 | 4, room: Room, user: User): EventDraft {
  return { roomId: room.id, wire: noticeWire(scene, { type, room, actor: user, target: user }) };
}
