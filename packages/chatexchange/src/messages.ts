import type { CallOptions } from '@x/http-core';
import { fail } from './errors.js';
import { readHistory } from './history.js';
import type { Context } from './model/context.js';
import type { MessageFacts } from './model/message.js';
import type { Room } from './model/room.js';
import { parseTranscript, type TranscriptMessage } from './parse/transcript.js';
import { path } from './path.js';

/** What the transcript around a message says of it. Its neighbours, as far as somebody holds them, learn as much. */
export async function loadTranscript(
  context: Context,
  id: number,
  call?: CallOptions,
): Promise<Partial<MessageFacts>> {
  const { room, messages } = parseTranscript(await context.http.page(path`/transcript/message/${id}`, call));
  const roomObject = context.rooms.get(room.id);
  if (room.name !== '') roomObject.learn({ name: room.name });
  for (const neighbour of messages) {
    if (neighbour.id !== id)
      context.messages.peek(neighbour.id)?.learn(factsOf(context, roomObject, neighbour));
  }
  const found = messages.find((message) => message.id === id);
  if (found !== undefined) return factsOf(context, roomObject, found);
  throw fail(
    'refused',
    'NOT_FOUND',
    `the transcript does not show message ${id}: it may have been moved or never been`,
  );
}

function factsOf(context: Context, room: Room, message: TranscriptMessage): Partial<MessageFacts> {
  const { owner, parentId } = message;
  return {
    room,
    content: message.content,
    owner: owner === undefined ? undefined : context.users.get(owner.id).learn({ name: owner.name }),
    parent: parentId === undefined ? undefined : context.messages.get(parentId),
    deleted: message.deleted,
    edited: message.edited,
    stars: message.stars,
    pinned: message.pinned,
  };
}

/** When a message was sent, to the second: pages show minutes, and not of every message. */
export async function loadTime(
  context: Context,
  room: Room,
  id: number,
  call?: CallOptions,
): Promise<number | undefined> {
  const { events } = await readHistory(context.http, room.id, { count: 2, before: id + 1, call });
  return events.find((event) => event.message_id === id)?.time_stamp;
}
