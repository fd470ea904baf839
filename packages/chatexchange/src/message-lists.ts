import { refuseArgument } from './errors.js';
import { readHistory } from './history.js';
import type { ListOptions, ListPage, PoliteAsk } from './lists.js';
import { newsOf } from './message-feed.js';
import type { Context } from './model/context.js';
import { moment } from './model/moment.js';
import type { Message } from './model/message.js';
import type { Room } from './model/room.js';

/** What of a room's history is wanted. */
export interface HistoryOptions extends ListOptions {
  /** What was said before this message. Default: up to what was said last. */
  readonly before?: Message | number | undefined;
  /** What was said after this message. Default: down to the first. */
  readonly after?: Message | number | undefined;
  /** How many messages a request brings, from 1 to 500. Default 100. */
  readonly pageSize?: number | undefined;
}

/** A page of what was said in a room, the newest first. */
export interface HistoryPage extends ListPage<number> {
  readonly messages: readonly Message[];
}

/** The service cuts longer answers. */
export const mostInHistory = 500;

/** Reads a page of what was said before a message, or last; `cursor` is the oldest message of the page before it. */
export async function readHistoryPage(
  context: Context,
  room: Room,
  options: HistoryOptions,
  ask: PoliteAsk,
  cursor: number | undefined,
): Promise<HistoryPage> {
  const pageSize = checkPageSize(options.pageSize ?? 100, mostInHistory);
  const before = cursor ?? idOf(options.before, 'before');
  const after = idOf(options.after, 'after') ?? 0;
  const askedAt = moment();
  const { events } = await ask((call) =>
    readHistory(context.http, room.id, { count: pageSize, before, call }),
  );
  const messages: Message[] = [];
  let oldest = before ?? Infinity;
  let isOver = true;
  for (const entry of events.toReversed()) {
    const { event_type: type, message_id: id } = entry;
    // Breaks may be among them; and what does not come before the rest would lead in a circle.
    if (type !== 1 || id === undefined || id >= oldest) continue;
    oldest = id;
    isOver = id <= after;
    if (isOver) break;
    const message = context.messages.get(id);
    message.hearFromPage(askedAt, newsOf(context, room, message, entry));
    messages.push(message);
  }
  return { messages, next: isOver ? undefined : oldest };
}

/** The id of a message, a room or a user, given as either. */
export function idOf(value: { readonly id: number } | number | undefined, what: string): number | undefined {
  const id = typeof value === 'object' ? value.id : value;
  return id === undefined || Number.isSafeInteger(id) ? id : refuseArgument(what, 'an id, or what has one');
}

/** How many a request is to bring. */
export function checkPageSize(value: number, most: number): number {
  return Number.isInteger(value) && value >= 1 && value <= most
    ? value
    : refuseArgument('pageSize', `a whole number from 1 to ${most}`);
}

/** Refuses what is none of the words that the service knows. */
export function checkWord(argument: string, value: unknown, words: readonly unknown[]): void {
  if (!words.includes(value)) refuseArgument(argument, `one of ${words.join(', ')}`);
}
