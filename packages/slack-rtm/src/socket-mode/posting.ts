import { isServiceError, until, type Clock } from '@x/http-core';
import { refuseArgument, type SlackError } from '../errors.js';
import type { SlackEvent } from '../events.js';
import type { SendOptions } from '../rtm/outbox.js';
import { plainText } from '../live/plain-text.js';
import type { SentMessage } from '../rtm/replies.js';
import { queueFull, unconfirmed, unsent } from '../live/reply-errors.js';
import type { SlackWeb } from '../web.js';

/** How many messages may wait for their turn. */
const queueLimit = 100;
/** How long a message may stay in doubt. */
const doubtMs = 60_000;

/** Messages by the Web API, in order within a channel. */
export interface Posting {
  readonly send: (channel: string, text: string, options?: SendOptions) => Promise<SentMessage>;
  /** Something came: it may show a message in doubt. */
  readonly seen: (event: SlackEvent) => void;
  /** Nothing will come any more. */
  end(): void;
}

/** A message on its way, of which one at a time is for each channel. */
interface Outgoing {
  readonly channel: string;
  readonly text: string;
  readonly threadTs: string | undefined;
  /** By this machine's clock. */
  sentAt: number;
  /** As it was seen. */
  shown?: SentMessage;
  onShown: () => void;
}

/** What is needed of the answer to a post. The message is in it at Slack, and not at all that stand in for it. */
interface Posted {
  readonly ts: string;
  readonly message?: { readonly text?: string | undefined };
}

/** Makes it. */
export function createPosting(options: {
  readonly web: SlackWeb;
  readonly clock: Clock;
  /** Whose token it is. */
  readonly selfId: () => string | undefined;
}): Posting {
  const { web, clock, selfId } = options;
  const lanes = new Map<string, Promise<unknown>>();
  const underWay = new Set<Outgoing>();
  const closing = new AbortController();
  let waiting = 0;

  async function post(
    outgoing: Outgoing,
    replyBroadcast?: boolean,
    signal?: AbortSignal,
  ): Promise<SentMessage> {
    const { channel, text, threadTs } = outgoing;
    underWay.add(outgoing);
    outgoing.sentAt = clock.now();
    try {
      const args = { channel, text, thread_ts: threadTs, reply_broadcast: replyBroadcast };
      const { ts, message }: Posted = await web.chat.postMessage(args, { signal });
      return { channel, ts, text: message?.text ?? text };
    } catch (error) {
      if (!isDoubtful(error)) throw error;
      return await settle(outgoing, signal);
    } finally {
      underWay.delete(outgoing);
    }
  }

  /** It may have arrived: if so, it shows. */
  async function settle(outgoing: Outgoing, signal?: AbortSignal): Promise<SentMessage> {
    const doubt = unconfirmed(outgoing);
    const either = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
    await until<void>(either, (resolve, reject) => {
      outgoing.onShown = resolve;
      if (outgoing.shown !== undefined) resolve();
      return clock.after(
        doubtMs,
        () => {
          reject(doubt);
        },
        true,
      );
    }).catch((error: unknown) => {
      throw closing.signal.aborted ? doubt : error;
    });
    return outgoing.shown ?? Promise.reject(doubt);
  }

  /** After what was sent to the channel before. */
  async function takeTurn(outgoing: Outgoing, { replyBroadcast, signal }: SendOptions): Promise<SentMessage> {
    const { channel } = outgoing;
    const before = lanes.get(channel);
    const sent = (async () => {
      waiting += 1;
      await before?.catch(() => undefined);
      waiting -= 1;
      signal?.throwIfAborted();
      if (closing.signal.aborted) throw unsent(channel, true);
      return post(outgoing, replyBroadcast, signal);
    })();
    lanes.set(channel, sent);
    try {
      return await sent;
    } finally {
      if (lanes.get(channel) === sent) lanes.delete(channel);
    }
  }

  return {
    async send(channel, text, given = {}) {
      const { threadTs, signal } = given;
      if (typeof channel !== 'string' || channel === '')
        refuseArgument('channel', 'the id of a conversation');
      if (typeof text !== 'string' || text === '') refuseArgument('text', 'a text that is not empty');
      if (closing.signal.aborted) throw unsent(channel, true);
      if (waiting >= queueLimit) throw queueFull(queueLimit);
      const outgoing: Outgoing = {
        channel,
        text,
        threadTs,
        sentAt: clock.now(),
        onShown: () => undefined,
      };
      return until<SentMessage>(signal, (resolve, reject) => {
        takeTurn(outgoing, given).then(resolve, reject);
      });
    },
    seen(event) {
      if (event.type !== 'message' || event['user'] === undefined || event['user'] !== selfId()) return;
      const { channel, text = '', ts, thread_ts: threadTs } = event;
      for (const outgoing of underWay) {
        if (
          outgoing.channel === channel &&
          outgoing.threadTs === threadTs &&
          plainText(outgoing.text) === plainText(text)
        ) {
          outgoing.shown = { channel, ts, text };
          outgoing.onShown();
          return;
        }
      }
    },
    end() {
      closing.abort();
    },
  };
}

/** Whether nobody knows what became of a post. */
function isDoubtful(error: unknown): boolean {
  return isServiceError(error) && (error as SlackError).ambiguous === true;
}
