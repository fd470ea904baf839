import { systemClock, type Clock } from '@x/http-core';
import { refusedReply, unconfirmed } from '../live/reply-errors.js';
import { plainText } from '../live/plain-text.js';

/** What Slack acknowledged. */
export interface SentMessage {
  readonly channel: string;
  /** The id of the message within its channel. */
  readonly ts: string;
  /** The text as Slack stored it. */
  readonly text: string;
}

/** A message on its way: written, and not acknowledged. */
export interface Outgoing {
  readonly id: number;
  readonly channel: string;
  readonly text: string;
  readonly threadTs: string | undefined;
  readonly resolve: (sent: SentMessage) => void;
  readonly reject: (error: unknown) => void;
}

/** A frame that answers one of ours, or shows one of our messages. */
export interface Reply {
  readonly reply_to?: unknown;
  readonly ok?: unknown;
  readonly ts?: unknown;
  readonly text?: unknown;
  readonly error?: unknown;
  readonly channel?: unknown;
  readonly thread_ts?: unknown;
}

/** Where a message may be that nobody acknowledged. */
export type Doubt = Pick<Written, 'channel' | 'threadTs' | 'sentAt'>;

interface Written extends Outgoing {
  /** By this machine's clock, in milliseconds. */
  readonly sentAt: number;
  /** When the connection that it was written to fell. */
  lostAt: number;
  readonly stop: () => void;
}

/** How far timestamps of Slack may be from when this machine believes that something happened, in milliseconds. */
const toleranceMs = 2000;

/** How many acknowledgements are remembered, so that their echoes settle nothing else. */
const rememberedLimit = 100;

/** The messages that wait for an answer. They outlive connections: what one leaves in doubt, the next may show. */
export interface Replies {
  /** Begins to wait for the answer to a message. */
  expect(message: Outgoing): void;
  /** Whoever waited does not want to know any more. */
  forget(id: number): void;
  /** An answer came, in order or out of it, by whatever connection. */
  settle(reply: Reply): void;
  /** A message of our own was seen: it settles the oldest one in doubt that it can be. Whether it is one that was sent here. */
  seen(message: Reply): boolean;
  /** The connection fell: what it left unanswered is in doubt. */
  lose(): void;
  /** Which messages are in doubt. */
  doubts(): readonly Doubt[];
  /** Nothing will come any more. */
  end(): void;
}

/** Makes the list of messages that wait for an answer, each no longer than `timeoutMs`. `onSent` hears of each that arrived. */
export function createReplies(
  clock: Clock = systemClock,
  timeoutMs = 60_000,
  onSent: (message: Doubt, ts: string) => void = () => undefined,
): Replies {
  const waiting = new Map<number, Written>();
  /** Channel and timestamp of what was acknowledged. */
  const acknowledged = new Set<string>();
  /** How far Slack's clock is ahead of this machine's, as far as is known. */
  let aheadMs = -Infinity;

  function take(id: number): Written | undefined {
    const message = waiting.get(id);
    waiting.delete(id);
    message?.stop();
    return message;
  }

  function giveUp(id: number): void {
    const message = take(id);
    message?.reject(unconfirmed(message));
  }

  function accept(message: Written, reply: Reply): void {
    const { channel, text } = message;
    const ts = String(reply.ts);
    acknowledged.add(`${channel} ${ts}`);
    const [oldest = ''] = acknowledged;
    if (acknowledged.size > rememberedLimit) acknowledged.delete(oldest);
    onSent(message, ts);
    message.resolve({ channel, ts, text: typeof reply.text === 'string' ? reply.text : text });
  }

  /** Whether a message can be this one: it says the same in the same place, and was stored while this one could arrive. */
  function isLike(message: Written, shown: Reply): boolean {
    const storedAt = Number(shown.ts) * 1000 - (aheadMs > -Infinity ? aheadMs : 0);
    return (
      message.channel === shown.channel &&
      message.threadTs === shown.thread_ts &&
      storedAt >= message.sentAt - toleranceMs &&
      storedAt <= message.lostAt + toleranceMs &&
      plainText(message.text) === plainText(String(shown.text))
    );
  }

  return {
    expect(message) {
      // A caller waits for it, so it keeps the process alive.
      const stop = clock.after(timeoutMs, () => giveUp(message.id), true);
      waiting.set(message.id, { ...message, sentAt: clock.now(), lostAt: Infinity, stop });
    },
    forget: take,
    settle(reply) {
      const id = Number(reply.reply_to);
      // An answer that is repeated to a new connection says where the message went: it may be of another client of this token.
      if (reply.channel !== undefined && reply.channel !== waiting.get(id)?.channel) return;
      // It is there, and where is not said: the event of it will say so.
      if (reply.ok !== false && (reply.ts === undefined || reply.ts === null)) return;
      const message = take(id);
      if (message === undefined) return;
      if (reply.ok === false) {
        message.reject(refusedReply(message.channel, reply));
        return;
      }
      // The one that took the least time tells best.
      if (message.lostAt === Infinity && Number(reply.ts) > 0) {
        aheadMs = Math.max(aheadMs, Number(reply.ts) * 1000 - clock.now());
      }
      accept(message, reply);
    },
    seen(shown) {
      if (acknowledged.has(`${String(shown.channel)} ${String(shown.ts)}`)) return true;
      const [oldest, ...others] = [...waiting.values()].filter((message) => isLike(message, shown));
      // One connection takes messages in their order; of which of two the message is, nothing says.
      if (oldest === undefined || others.some(({ lostAt }) => lostAt !== oldest.lostAt)) return false;
      take(oldest.id);
      accept(oldest, shown);
      return true;
    },
    lose() {
      const lostAt = clock.now();
      for (const message of waiting.values()) message.lostAt = Math.min(message.lostAt, lostAt);
    },
    doubts: () => [...waiting.values()].filter(({ lostAt }) => lostAt < Infinity),
    end() {
      for (const id of waiting.keys()) giveUp(id);
    },
  };
}
