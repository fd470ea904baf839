import {
  type ControlAction,
  listOf,
  needed,
  optional,
  readText,
  readWholeNumber,
} from '../../frame/index.js';
import type { StackExchangeControl } from '../control.js';
import { onServer, readInteger } from './action-fields.js';

const messageId = needed(readWholeNumber);
const somebody = { messageId, userId: needed(readInteger) };
const anybody = { messageId, userId: optional(readInteger) };

/** What people do to messages, over HTTP. */
export function messageActions(control: StackExchangeControl): Readonly<Record<string, ControlAction>> {
  return {
    say: onServer(
      control,
      {
        roomId: needed(readWholeNumber),
        userId: needed(readInteger),
        text: needed(readText),
        replyTo: optional(readWholeNumber),
      },
      (server, { roomId, userId, text, replyTo }) => ({
        id: server.say(roomId, userId, text, replyTo === undefined ? {} : { replyTo }),
      }),
    ),
    edit: onServer(control, { ...anybody, text: needed(readText) }, (server, input) =>
      server.edit(input.messageId, input.text, input.userId),
    ),
    remove: onServer(control, anybody, (server, input) => server.remove(input.messageId, input.userId)),
    undelete: onServer(control, anybody, (server, input) => server.undelete(input.messageId, input.userId)),
    star: onServer(control, somebody, (server, input) => server.star(input.messageId, input.userId)),
    pin: onServer(control, anybody, (server, input) => server.pin(input.messageId, input.userId)),
    flag: onServer(control, somebody, (server, input) => server.flag(input.messageId, input.userId)),
    move: onServer(
      control,
      {
        messageIds: needed(listOf(readWholeNumber)),
        toRoomId: needed(readWholeNumber),
        userId: optional(readInteger),
      },
      (server, { messageIds, toRoomId, userId }) => server.move(messageIds, toRoomId, userId),
    ),
    messages: onServer(control, { roomId: needed(readWholeNumber) }, (server, { roomId }) =>
      server.messages(roomId),
    ),
  };
}
