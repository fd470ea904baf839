import type { ChatEvent, ChatExchange, ChatGapEvent, Room } from '../src/index.js';
import type { ChatEmulator } from './emulator.js';

/** What a client heard of one room, in its order. */
export interface Heard {
  readonly ids: number[];
  /** Every message that was told, by its id, those after gaps included. */
  readonly messages: number[];
  readonly gaps: readonly { readonly gap: ChatGapEvent; readonly lastId: number }[];
}

/** Takes down what is heard of a room. */
export function hear(chat: ChatExchange, room: Room): Heard {
  const ids: number[] = [];
  const messages: number[] = [];
  const gaps: { gap: ChatGapEvent; lastId: number }[] = [];
  chat.on('event', (event: ChatEvent) => {
    if (event.room !== room) return;
    if (event.type === 'gap') gaps.push({ gap: event, lastId: ids.at(-1) ?? 0 });
    if ('id' in event && event.id !== undefined) ids.push(event.id);
    if (event.type === 'message') messages.push(event.message.id);
  });
  return { ids, messages, gaps };
}

type Happened = ReturnType<ChatEmulator['control']['events']>[number];

/** What happened in a room, as far as an account is told, however often the service forgets. */
export interface Truth {
  /** To be called before the service forgets, and at the end. */
  note(): void;
  readonly events: readonly Happened[];
}

export function noteTruth({ control }: ChatEmulator, roomId: number, userId: number): Truth {
  const events: Happened[] = [];
  let last = control.events(roomId).at(-1)?.id ?? 0;
  return {
    events,
    note() {
      const news = control
        .events(roomId)
        .filter(({ id }) => id > last)
        // Some are for one person alone.
        .filter(
          ({ event_type: type, target_user_id: target }) => (type !== 8 && type !== 18) || target === userId,
        );
      events.push(...news);
      last = news.at(-1)?.id ?? last;
    },
  };
}
