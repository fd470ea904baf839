import { systemClock, type Clock } from '@x/http-core';
import type { SlackError } from './errors.js';
import { refusedReply, unconfirmed } from './reply-errors.js';
import { plainText } from './plain-text.js';

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
  readonly error?: { readonly code?: unknown; readonly msg?: unknown; readonly retry_after?: unknown };
  readonly channel?: unknown;
  readonly thread_ts?: unknown;
  readonly subtype?: unknown;
}

/** How long a message may stay in doubt. */
const doubtMs = 60_000;

/** How many acknowledgements are remembered, so that their echoes settle nothing else. */
const rememberedLimit = 100;

/** The messages that wait for an answer. They outlive connections: what one leaves in doubt, the next may show. */
export interface Replies {
  /** Begins to wait for the answer to a message. */
  expect(message: Outgoing): void;
  /** Whoever waited does not want to know any more. */
  forget(id: number): void;
  /** An answer came, in order or out of it, by whatever connection. Tells what was refused. */
  settle(reply: Reply): SlackError | undefined;
  /** A message of our own was seen: it settles the oldest one in doubt that says the same. */
  seen(message: Reply): void;
  /** Nothing will come any more. */
  end(): void;
}

/** Makes the list of messages that wait for an answer. */
export function createReplies(clock: Clock = systemClock): Replies {
  const waiting = new Map<number, { readonly message: Outgoing; readonly stop: () => void }>();
  /** Channel and timestamp of what was acknowledged. */
  const acknowledged = new Set<string>();

  function take(id: number): Outgoing | undefined {
    const entry = waiting.get(id);
    waiting.delete(id);
    entry?.stop();
    return entry?.message;
  }

  function accept(message: Outgoing, reply: Reply): void {
    const { channel, text } = message;
    const ts = String(reply.ts);
    acknowledged.add(`${channel} ${ts}`);
    const [oldest = ''] = acknowledged;
    if (acknowledged.size > rememberedLimit) acknowledged.delete(oldest);
    message.resolve({ channel, ts, text: typeof reply.text === 'string' ? reply.text : text });
  }

  return {
    expect(message) {
      // A caller waits for it, so it keeps the process alive.
      const stop = clock.after(doubtMs, () => take(message.id)?.reject(unconfirmed(message.channel)), true);
      waiting.set(message.id, { message, stop });
    },
    forget: take,
    settle(reply) {
      const message = take(Number(reply.reply_to));
      if (message === undefined) return undefined;
      if (reply.ok !== false) {
        accept(message, reply);
        return undefined;
      }
      const error = refusedReply(message.channel, reply);
      message.reject(error);
      return error;
    },
    seen(reply) {
      if (acknowledged.has(`${String(reply.channel)} ${String(reply.ts)}`)) return;
      for (const { message } of waiting.values()) {
        if (
          message.channel === reply.channel &&
          message.threadTs === reply.thread_ts &&
          plainText(message.text) === plainText(String(reply.text))
        ) {
          take(message.id);
          accept(message, reply);
          return;
        }
      }
    },
    end() {
      for (const id of waiting.keys()) {
        const message = take(id);
        message?.reject(unconfirmed(message.channel));
      }
    },
  };
}
