import { deleteMessage, editMessage, undeleteMessage } from '../actions/change-message.js';
import { flagMessage } from '../actions/flags.js';
import { moveMessages } from '../actions/move-messages.js';
import { postMessage } from '../actions/post-message.js';
import type { Scene } from '../actions/scene.js';
import { togglePin, toggleStar } from '../actions/votes.js';
import type { Lookups } from './lookups.js';

/** Does to messages what people do, past the throttle and every other rule. */
export interface MessageControl {
  /** Posts as somebody, and gives the id of the message. */
  say(roomId: number, userId: number, text: string, options?: { readonly replyTo?: number }): number;
  /** Edits as its author, or as somebody else. */
  edit(messageId: number, text: string, userId?: number): void;
  /** Deletes as its author, or as somebody else. */
  remove(messageId: number, userId?: number): void;
  undelete(messageId: number, userId?: number): void;
  /** Stars a message, or takes that star away again. */
  star(messageId: number, userId: number): void;
  /** Pins a message, or takes that pin away again. Default: the first owner of the room. */
  pin(messageId: number, userId?: number): void;
  /** Calls a message offensive. */
  flag(messageId: number, userId: number): void;
  /** Takes messages of one room to another. Default: by the first owner of the room that they leave. */
  move(messageIds: readonly number[], toRoomId: number, userId?: number): void;
}

export function createMessageControl(scene: Scene, lookups: Lookups): MessageControl {
  return {
    say(roomId, userId, text, { replyTo } = {}) {
      const user = lookups.user(userId);
      return postMessage(scene, lookups.room(roomId), user, { text, parentId: replyTo }).id;
    },
    edit(messageId, text, userId) {
      const { message, room } = lookups.message(messageId);
      editMessage(scene, room, message, lookups.user(userId ?? message.userId), { text });
    },
    remove(messageId, userId) {
      const { message, room } = lookups.message(messageId);
      deleteMessage(scene, room, message, lookups.user(userId ?? message.userId));
    },
    undelete(messageId, userId) {
      const { message, room } = lookups.message(messageId);
      undeleteMessage(scene, room, message, lookups.user(userId ?? message.userId));
    },
    star(messageId, userId) {
      const { message, room } = lookups.message(messageId);
      toggleStar(scene, room, message, lookups.user(userId));
    },
    pin(messageId, userId) {
      const { message, room } = lookups.message(messageId);
      togglePin(scene, room, message, lookups.actorIn(room, userId));
    },
    flag(messageId, userId) {
      const { message, room } = lookups.message(messageId);
      flagMessage(scene, room, message, lookups.user(userId), 'offensive');
    },
    move(messageIds, toRoomId, userId) {
      const found = messageIds.map((id) => lookups.message(id));
      const [first] = found;
      if (first === undefined) return;
      const { room: from } = first;
      if (found.some(({ room }) => room !== from)) {
        throw new RangeError('Messages that are moved together must be in one room.');
      }
      const to = lookups.room(toRoomId);
      const messages = found.map(({ message }) => message);
      moveMessages(scene, lookups.actorIn(from, userId), messages, from, to);
    },
  };
}
