import { withoutTags } from '../content/escape.js';
import { type ChatServer, mayEnter } from '../state/chat-server.js';
import { currentRevision, type Message, type User } from '../state/model.js';

export type SearchOrder = 'newest' | 'relevance' | 'stars';

export interface Search {
  /** Words that all have to occur, or phrases in double quotes. */
  readonly text: string;
  /** Undefined for all rooms that the reader may enter. */
  readonly roomId: number | undefined;
  readonly userId: number | undefined;
  readonly order: SearchOrder;
}

/** The messages that a search finds. Who asks for nothing finds nothing. */
export function findMessages(server: ChatServer, reader: User | undefined, search: Search): Message[] {
  const terms = termsOf(search.text);
  if (terms.length === 0 && search.userId === undefined) return [];
  const found = candidates(server, search)
    .toReversed()
    .flatMap((message) => {
      const room = server.rooms.get(message.roomId);
      if (message.deleted !== undefined || room === undefined || !mayEnter(room, reader)) return [];
      const text = textOf(message);
      return terms.every((term) => text.includes(term)) ? [{ message, text }] : [];
    });
  if (search.order === 'stars') {
    return found.map(({ message }) => message).toSorted((a, b) => b.stars.size - a.stars.size);
  }
  if (search.order === 'relevance') {
    return found
      .map(({ message, text }) => ({ message, density: density(text, terms) }))
      .toSorted((a, b) => b.density - a.density)
      .map(({ message }) => message);
  }
  return found.map(({ message }) => message);
}

function candidates(server: ChatServer, { roomId, userId }: Search): readonly Message[] {
  const { messages } = server;
  if (roomId !== undefined) {
    return userId === undefined ? messages.inRoom(roomId) : messages.inRoomBy(roomId, userId);
  }
  return userId === undefined ? [...messages.values()] : messages.by(userId);
}

function termsOf(text: string): string[] {
  return [...text.toLowerCase().matchAll(/"([^"]+)"|([^\s"]+)/g)].map(
    ([, phrase, word]) => phrase ?? word ?? '',
  );
}

/** What can be read of a message, in lower case. */
function textOf(message: Message): string {
  const text = withoutTags(currentRevision(message).html);
  const unescaped = text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&#(\d+);/g, (_entity, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&');
  return unescaped.toLowerCase();
}

/** How much of a text is what was searched for. */
function density(text: string, terms: readonly string[]): number {
  const found = terms.map((term) => (text.split(term).length - 1) * term.length);
  return found.reduce((sum, length) => sum + length, 0) / Math.max(1, text.length);
}
