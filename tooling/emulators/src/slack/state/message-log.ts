import { microsOf, type Timestamp } from '../timestamps.js';
import type { Message } from './model.js';

/** What was said in one conversation, kept so that one message or one page is found without a look at all the others. */
export interface MessageLog {
  /** Replies included, oldest first. */
  readonly all: readonly Message[];
  /** What the conversation itself shows, oldest first: all but replies, unless they were sent to the channel too. */
  readonly main: readonly Message[];
  /** The replies of a thread, oldest first. */
  replies(ts: Timestamp): readonly Message[];
  get(ts: Timestamp): Message | undefined;
  /** The latest message that a client gave this id. */
  byClientId(id: string): Message | undefined;
  add(message: Message): void;
  /** Puts a message in the place of an earlier state of itself. */
  replace(message: Message): void;
  delete(ts: Timestamp): void;
  clear(): void;
}

const none: readonly Message[] = [];

export function createMessageLog(): MessageLog {
  const all: Message[] = [];
  const main: Message[] = [];
  const threads = new Map<Timestamp, Message[]>();
  const byTs = new Map<Timestamp, Message>();
  const clientIds = new Map<string, Timestamp>();

  const listsOf = ({ threadTs, subtype }: Message): Message[][] => {
    const lists = [all];
    if (threadTs === undefined || subtype === 'thread_broadcast') lists.push(main);
    if (threadTs !== undefined) {
      const replies = threads.get(threadTs) ?? [];
      threads.set(threadTs, replies);
      lists.push(replies);
    }
    return lists;
  };

  const insert = (message: Message): void => {
    for (const list of listsOf(message)) {
      const latest = list.at(-1);
      if (latest === undefined || latest.ts < message.ts) list.push(message);
      else list.splice(indexOf(list, message.ts), 0, message);
    }
  };

  const take = (message: Message): void => {
    for (const list of listsOf(message)) list.splice(indexOf(list, message.ts), 1);
    if (message.threadTs !== undefined && threads.get(message.threadTs)?.length === 0) {
      threads.delete(message.threadTs);
    }
  };

  return {
    all,
    main,
    replies: (ts) => threads.get(ts) ?? none,
    get: (ts) => byTs.get(ts),
    byClientId(id) {
      const ts = clientIds.get(id);
      return ts === undefined ? undefined : byTs.get(ts);
    },
    add(message) {
      byTs.set(message.ts, message);
      if (message.clientMessageId !== undefined) clientIds.set(message.clientMessageId, message.ts);
      insert(message);
    },
    replace(message) {
      const former = byTs.get(message.ts);
      if (former === undefined) return;
      byTs.set(message.ts, message);
      if (former.threadTs === message.threadTs && former.subtype === message.subtype) {
        for (const list of listsOf(message)) list[indexOf(list, message.ts)] = message;
      } else {
        take(former);
        insert(message);
      }
    },
    delete(ts) {
      const message = byTs.get(ts);
      if (message === undefined) return;
      byTs.delete(ts);
      if (message.clientMessageId !== undefined) clientIds.delete(message.clientMessageId);
      take(message);
    },
    clear() {
      for (const list of [all, main]) list.length = 0;
      for (const index of [threads, byTs, clientIds]) index.clear();
    },
  };
}

/** How many messages of a list, which is sorted, are older than this many microseconds since 1970. */
export function countBefore(list: readonly Message[], micros: number): number {
  return search(list, ({ ts }) => microsOf(ts) < micros);
}

function indexOf(list: readonly Message[], ts: Timestamp): number {
  return search(list, (message) => message.ts < ts);
}

/** Where the first message is for which this is no longer so. */
function search(list: readonly Message[], isBefore: (message: Message) => boolean): number {
  let [start, end] = [0, list.length];
  while (start < end) {
    const middle = (start + end) >> 1;
    const message = list[middle];
    if (message !== undefined && isBefore(message)) start = middle + 1;
    else end = middle;
  }
  return start;
}
