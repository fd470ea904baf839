import type { CallOptions } from '@x/http-core';
import { fail } from './errors.js';
import { parentOf, type MessageNews } from './learn-message.js';
import type { Context } from './model/context.js';
import { moment, type Moment } from './model/moment.js';
import type { MessageFacts } from './model/message-facts.js';
import type { Message } from './model/message.js';
import type { Room } from './model/room.js';
import type { User } from './model/user.js';
import { cutOf } from './parse/cut.js';
import type { ShownMessage } from './parse/monologues.js';
import type { NamedUser } from './parse/room-info.js';
import { parseTranscript, type Transcript, type TranscriptMessage } from './parse/transcript.js';
import { path } from './path.js';

/** A page with messages: of what room it is, and to whom it was shown, where it tells that; 0 is nobody. */
export interface View {
  readonly room: Room;
  readonly readerId?: number | undefined;
}

/** What the transcript around a message says of it. Its neighbours, as far as somebody holds them, learn as much. */
export async function loadTranscript(
  context: Context,
  message: Message,
  call?: CallOptions,
): Promise<Partial<MessageFacts>> {
  return (await readInTranscript(context, message, call)).facts;
}

/** The same, and to whom the page says it, where it tells that. */
export async function readInTranscript(
  context: Context,
  message: Message,
  call?: CallOptions,
): Promise<{ readonly facts: Partial<MessageFacts>; readonly view: View }> {
  const { view, messages, askedAt } = await readAround(context, message.id, call);
  const shown = messages.find(({ id }) => id === message.id);
  if (shown === undefined) {
    throw fail(
      'refused',
      'NOT_FOUND',
      `the transcript does not show message ${message.id}: it may have been moved or never been`,
    );
  }
  const { facts, ...rest } = newsOf(context, view, message.known, shown);
  message.hear({ facts: {}, ...rest });
  // From the newest on: who is answered is held by the answer, and told of later.
  for (const neighbour of messages.toReversed()) {
    const held = neighbour.id === message.id ? undefined : context.messages.peek(neighbour.id);
    held?.hearFromPage(askedAt, newsOf(context, view, held.known, neighbour));
  }
  return { facts, view };
}

/** What is around a message in its room, in the order in which it was said. */
export async function readAround(
  context: Context,
  id: number,
  call?: CallOptions,
): Promise<{
  readonly view: View;
  readonly messages: readonly TranscriptMessage[];
  readonly askedAt: Moment;
}> {
  const askedAt = moment();
  const transcript = parseTranscript(await context.http.page(path`/transcript/message/${id}`, call));
  return { view: viewOf(context, transcript), messages: transcript.messages, askedAt };
}

function viewOf(context: Context, { room, readerId }: Pick<Transcript, 'room' | 'readerId'>): View {
  const object = context.rooms.get(room.id);
  return { room: room.name === '' ? object : object.learn({ name: room.name }), readerId };
}

/** All messages of a transcript, by their ids, having learnt what it says of them. */
export function learnTranscript(
  context: Context,
  askedAt: Moment,
  transcript: Pick<Transcript, 'room' | 'messages' | 'readerId'>,
): ReadonlyMap<number, Message> {
  const view = viewOf(context, transcript);
  return new Map(transcript.messages.map((shown) => [shown.id, learnShown(context, askedAt, view, shown)]));
}

/** A message that a page shows, having learnt what the page says of it. */
export function learnShown(context: Context, askedAt: Moment, view: View, shown: ShownMessage): Message {
  const message = context.messages.get(shown.id);
  message.hearFromPage(askedAt, newsOf(context, view, message.known, shown));
  return message;
}

/** What a transcript says of a message. The beginning of a text is not taken for the whole. */
export function newsOf(
  context: Context,
  { room, readerId = 0 }: View,
  known: Partial<MessageFacts>,
  shown: ShownMessage,
): MessageNews {
  const { owner, parentId, content, deleted, edited, stars, starredByYou, pinned } = shown;
  const cut = cutOf(content ?? '');
  return {
    facts: {
      room,
      owner: userOf(context, owner),
      parent: parentId === undefined ? undefined : parentOf(context, shown.id, parentId),
      deleted,
      edited,
      stars,
      pinned,
      ...(cut === undefined && { content }),
      // To whom it does not know, the page shows no star of their own.
      ...((starredByYou || stars === 0 || readerId > 0) && { starredByYou }),
      // Of what was removed, the page does not tell whether it was edited before.
      ...(!edited && !deleted && { edits: 0, editor: undefined }),
      ...(!pinned && { pins: 0, pinners: [] }),
    },
    // Where something has been missed, what belongs to it is not known any more.
    stale: [
      ...(edited && known.edited === false ? (['edits', 'editor', 'contentSource'] as const) : []),
      ...(pinned && known.pinned === false ? (['pins', 'pinners'] as const) : []),
    ],
    cut,
  };
}

/** Somebody whom a page names. */
export function userOf(context: Context, user: NamedUser | undefined): User | undefined {
  return user === undefined ? undefined : context.users.get(user.id).learn({ name: user.name });
}
