import type { WireEvent } from './events.js';
import type { Context } from './model/context.js';
import type { Change } from './model/facts.js';
import type { MessageFacts } from './model/message-facts.js';
import type { Message } from './model/message.js';
import type { Room } from './model/room.js';
import type { User } from './model/user.js';
import { cutOf, type Cut } from './parse/cut.js';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What is heard of a message. */
export interface MessageNews extends Change<MessageFacts> {
  /** Where its content was told: what cuts it off, or `undefined` when it is whole. */
  readonly cut?: Cut | undefined;
}

/** The message that another answers, and which knows of it from now on. */
export function parentOf(context: Pick<Context, 'messages'>, id: number, parentId: number): Message {
  const parent = context.messages.get(parentId);
  parent.addReply(id);
  return parent;
}

/** Of these the author is who did it, and the time that of the message. */
const saysWho: ReadonlySet<number> = new Set([1, 8, 18, 20]);
/** These come with all counts: one that is missing is 0. */
const countsMarks: ReadonlySet<number> = new Set([1, 6]);

/**
 * What an event, or an entry of a room's history, says of its message, and no more than that: stars, flags and removals say
 * nothing of edits, and who starred is told only to who did it.
 */
export function readMessageNews(
  context: Pick<Context, 'messages'>,
  known: Partial<MessageFacts>,
  data: WireEvent,
  { room, user }: { readonly room: Room | undefined; readonly user: User | undefined },
): MessageNews {
  const { event_type: type, content, time_stamp: timeStamp, message_edits: edits } = data;
  const cut = cutOf(content ?? '');
  const facts: Writable<Partial<MessageFacts>> = {};
  // A message that leaves is told of in the room that it leaves.
  if (room !== undefined && type !== 19) facts.room = room;
  if (content !== undefined) {
    facts.deleted = false;
    if (cut === undefined) facts.content = content;
  } else if (type === 1 || type === 10) facts.deleted = true;
  if (saysWho.has(type)) {
    if (user !== undefined) facts.owner = user;
    // An edit calls those whom it mentions, too.
    if (timeStamp !== undefined && (type === 1 || edits === undefined)) facts.timeStamp = timeStamp;
  }
  // A mention may name a parent without being a reply.
  if (data.show_parent === true && data.parent_id !== undefined && data.message_id !== undefined) {
    facts.parent = parentOf(context, data.message_id, data.parent_id);
  } else if (type === 1 || type === 2) facts.parent = undefined;
  const stale = [
    ...readEdits(data, known, facts),
    ...(countsMarks.has(type) ? readMarks(data, known, user, facts) : []),
  ];
  // Of another wording, only the beginning was told.
  if (cut !== undefined && stale.includes('contentSource')) stale.push('content');
  return { facts, stale, ...(content === undefined ? {} : { cut }) };
}

function readEdits(
  { event_type: type, message_edits: told }: WireEvent,
  known: Partial<MessageFacts>,
  facts: Writable<Partial<MessageFacts>>,
): readonly (keyof MessageFacts)[] {
  const edits = told ?? (type === 1 ? 0 : undefined);
  if (edits === undefined) {
    if (type !== 2) return [];
    facts.edited = true;
    return ['edits', 'editor', 'contentSource'];
  }
  facts.edits = edits;
  facts.edited = edits > 0;
  if (edits === 0) facts.editor = undefined;
  // Whether the user of an edit is its author or that of the message, nobody knows.
  else if (known.edits !== edits) return ['editor', 'contentSource'];
  return [];
}

function readMarks(
  data: WireEvent,
  known: Partial<MessageFacts>,
  user: User | undefined,
  facts: Writable<Partial<MessageFacts>>,
): readonly (keyof MessageFacts)[] {
  const { event_type: type, message_stars: stars = 0, message_owner_stars: pins = 0 } = data;
  facts.stars = stars;
  facts.pins = pins;
  facts.pinned = pins > 0;
  if (data.message_starred === true) facts.starredByYou = true;
  // Only one's own stars come with a name.
  else if (stars === 0 || (type === 6 && user !== undefined)) facts.starredByYou = false;
  if (pins === 0) facts.pinners = [];
  return pins > 0 && known.pins !== pins ? ['pinners'] : [];
}
