import { toSeconds } from '../content/wire-json.js';
import { describeMessage } from '../state/describe-message.js';
import type { EventDraft } from '../state/event-log.js';
import { currentRevision, type Message, type Room, type User } from '../state/model.js';
import { eventType } from '../state/wire-event.js';
import type { Scene } from './scene.js';

/** Somebody came or went. */
export function presenceDraft(scene: Scene, type: 3 | 4, room: Room, user: User): EventDraft {
  return {
    roomId: room.id,
    wire: (id) => ({
      event_type: type,
      time_stamp: toSeconds(scene.clock.now()),
      id,
      user_id: user.id,
      target_user_id: user.id,
      user_name: user.name,
      room_id: room.id,
      room_name: room.name,
    }),
  };
}

interface MessageNews {
  readonly type: 1 | 2 | 8 | 10 | 18;
  readonly room: Room;
  readonly message: Message;
  readonly actor: User;
  /** Who alone is told. */
  readonly target?: User;
}

/** Something happened to a message. A deletion tells no content. */
export function messageDraft(scene: Scene, news: MessageNews): EventDraft {
  const { type, room, message, actor, target } = news;
  // Taken down now: a later change of the message does not change what happened.
  const described = describeMessage(scene.server, message, scene.options.replyFields);
  const { html } = currentRevision(message);
  const { message_id, message_edits } = described;
  const content = type === eventType.messageDeleted ? {} : { content: html };
  const rest =
    type === eventType.messageDeleted
      ? {
          ...(message_id === undefined ? {} : { message_id }),
          ...(message_edits === undefined ? {} : { message_edits }),
        }
      : described;
  return {
    roomId: room.id,
    ...(target === undefined ? {} : { audience: new Set([target.id]) }),
    wire: (id) => ({
      event_type: type,
      time_stamp: toSeconds(scene.clock.now()),
      ...content,
      id,
      user_id: actor.id,
      ...(target === undefined ? {} : { target_user_id: target.id }),
      user_name: actor.name,
      room_id: room.id,
      room_name: room.name,
      ...rest,
    }),
  };
}
