import type { CallOptions } from '@x/http-core';
import type { WireEvent } from './events.js';
import type { ChatHttp } from './http.js';
import { readEvents, readId } from './parse/frame.js';
import { path } from './path.js';

/** What was said in a room last, oldest first. */
export interface History {
  /** Without ids; one that was removed has no content. */
  readonly events: readonly WireEvent[];
  /** The newest event of the server; absent for a room in which nothing has happened. */
  readonly time: number | undefined;
}

/** Reads the messages of a room; nothing of it depends on when it is asked, so it may be asked twice. */
export async function readHistory(
  http: ChatHttp,
  roomId: number,
  options: {
    readonly count: number;
    readonly before?: number | undefined;
    readonly call?: CallOptions | undefined;
  },
): Promise<History> {
  const { count, before, call } = options;
  const { events, time } = Object(
    await http.post(
      path`/chats/${roomId}/events`,
      { since: 0, mode: 'Messages', msgCount: count, before },
      { repeatable: true, ...call },
    ),
  ) as { readonly events?: unknown; readonly time?: unknown };
  return { events: readEvents(events), time: readId(time) };
}
