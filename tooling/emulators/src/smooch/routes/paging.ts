import { badRequest } from '../errors.js';
import type { Message } from '../state/model/index.js';

const pageSize = 100;

export interface MessagePage {
  readonly messages: readonly Message[];
  /** Query of the page with newer messages, when there are any. */
  readonly next: string | undefined;
  /** Query of the page with older messages, when there are any. */
  readonly previous: string | undefined;
}

/**
 * One page of at most 100 messages, oldest first: the newest ones, or those right before or right after a time. The bounds are
 * exclusive.
 */
export function pageOf(messages: readonly Message[], query: URLSearchParams): MessagePage {
  const before = readBound(query, 'before');
  const after = readBound(query, 'after');
  if (before !== undefined && after !== undefined) {
    throw badRequest("'before' and 'after' cannot be used together");
  }
  const inRange = messages.filter(
    ({ received }) =>
      (before === undefined || received < before) && (after === undefined || received > after),
  );
  const page = after === undefined ? inRange.slice(-pageSize) : inRange.slice(0, pageSize);
  const [first] = page;
  const last = page.at(-1);
  if (first === undefined || last === undefined) {
    return { messages: page, next: undefined, previous: undefined };
  }
  const hasOlder = messages.some(({ received }) => received < first.received);
  const hasNewer = messages.some(({ received }) => received > last.received);
  return {
    messages: page,
    // A page before T is followed by the one after T, as the documented sample has it.
    next: hasNewer ? `after=${(before ?? last.received) / 1000}` : undefined,
    previous: hasOlder ? `before=${first.received / 1000}` : undefined,
  };
}

/** Unix seconds, possibly with a fraction, in milliseconds. */
function readBound(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d+(\.\d+)?$/.test(text)) throw badRequest(`'${name}' should be a unix timestamp in seconds`);
  return Math.round(Number(text) * 1000);
}
