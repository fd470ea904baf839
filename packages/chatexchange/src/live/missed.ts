import type { WireEvent } from '../events.js';
import { readHistory } from '../history.js';
import type { ChatHttp } from '../http.js';

/** What was posted during a gap. */
export interface Missed {
  /** Without those that were removed meanwhile. */
  readonly messages: readonly WireEvent[];
  readonly untilId: number | undefined;
  readonly complete: boolean;
}

/** The service cuts longer answers. */
const mostMessages = 500;
const mostPages = 20;

/** The messages of a room after the newest that is known, oldest first. */
export async function missedMessages(
  http: ChatHttp,
  roomId: number,
  afterMessageId: number,
): Promise<Missed> {
  const pages: (readonly WireEvent[])[] = [];
  let untilId: number | undefined;
  let before: number | undefined;
  let complete = false;
  while (!complete && pages.length < mostPages) {
    const { events, time } = await readHistory(http, roomId, {
      count: mostMessages,
      before,
      call: { retries: 0 },
    });
    untilId ??= time;
    const ids = events.map(({ message_id: id }) => id).filter((id) => id !== undefined);
    const posted = events.filter(
      ({ event_type: type, message_id: id = 0 }) =>
        type === 1 && id > afterMessageId && id < (before ?? Infinity),
    );
    pages.unshift(posted);
    before = posted[0]?.message_id;
    // Something older than what is missing was among them, or there is nothing older.
    complete = before === undefined || events.length < mostMessages || ids.some((id) => id <= afterMessageId);
  }
  return { messages: pages.flat().filter(({ content }) => content !== undefined), untilId, complete };
}
