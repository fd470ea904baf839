import { isServiceError, type Clock } from '@x/http-core';
import type { Pacers } from '../pace/channel-pacers.js';
import { refuseArgument } from '../errors.js';
import type { Pacer } from '../pace/pacer.js';
import { queueFull, unsent } from '../live/reply-errors.js';
import type { Replies, SentMessage } from './replies.js';

/** What can be said about a message that is sent. */
export interface SendOptions {
  /** The message that began the thread: the message becomes a reply. */
  readonly threadTs?: string | undefined;
  /** Shows a reply in the channel, too. */
  readonly replyBroadcast?: boolean | undefined;
  /** How long to wait for a connection that is not ready, in milliseconds. Default 0: it is refused at once. */
  readonly waitMs?: number | undefined;
  /** Ends the wait; a message that is not sent yet is not sent then. */
  readonly signal?: AbortSignal | undefined;
}

/** How many messages may wait for their turn. */
const queueLimit = 100;
/** What RTM takes: characters of a text, bytes of a frame. Beyond the latter it ends the connection. */
const maxCharacters = 4000;
const maxFrameBytes = 16_000;

/** Messages that are not written yet. */
export interface Outbox {
  send(channel: string, text: string, options?: SendOptions): Promise<SentMessage>;
  /** The connection became ready, is so no longer, or never will be. */
  turn(to: 'ready' | 'away' | 'closed'): void;
  /** The pace has changed. */
  pump(): void;
}

interface Waiting {
  /** Which message it is, counted from the first: it keeps its place when it has to go once more. */
  readonly number: number;
  readonly channel: string;
  readonly write: () => void;
  readonly reject: (error: unknown) => void;
  /** Whether it waits for a connection. */
  patient: boolean;
}

/** For so long it goes half as fast after Slack has found it too fast. */
const slowMs = 60_000;

/** Makes the queue before the wire: it keeps the order of each channel, and the pace that Slack asks for. */
export function createOutbox(options: {
  readonly clock: Clock;
  /** The pace of the connection, and that of each channel, which others may share. */
  readonly pacer: Pacer;
  readonly pacers: Pacers;
  readonly replies: Replies;
  readonly nextId: () => number;
  readonly write: (frame: object) => void;
}): Outbox {
  const { clock, pacer, pacers, replies, nextId, write } = options;
  let waiting: Waiting[] = [];
  let state: 'ready' | 'away' | 'closed' = 'away';
  let stopPump = (): void => undefined;
  let count = 0;

  /** The message that may go first, and how long it has to wait: the oldest of its channel. */
  function first(): { readonly entry: Waiting; readonly delayMs: number } | undefined {
    const channels = new Set<string>();
    let best: { entry: Waiting; delayMs: number } | undefined;
    for (const entry of waiting) {
      if (channels.has(entry.channel)) continue;
      channels.add(entry.channel);
      const delayMs = Math.max(pacer.delayMs(), pacers(entry.channel).delayMs());
      if (best === undefined || delayMs < best.delayMs) best = { entry, delayMs };
      if (delayMs === 0) break;
    }
    return best;
  }

  function pump(): void {
    stopPump();
    if (state !== 'ready') return;
    for (;;) {
      const next = first();
      if (next === undefined) return;
      const { entry, delayMs } = next;
      if (delayMs > 0) {
        stopPump = clock.after(delayMs, pump, true);
        return;
      }
      waiting = waiting.filter((each) => each !== entry);
      pacer.take();
      pacers(entry.channel).take();
      entry.write();
    }
  }

  /** Puts a message back that Slack found too early: it certainly did not arrive. */
  function putBack(entry: Waiting): void {
    if (state !== 'ready' && !(state === 'away' && entry.patient)) {
      entry.reject(unsent(entry.channel, state === 'closed'));
      return;
    }
    const after = waiting.findIndex(({ number }) => number > entry.number);
    waiting.splice(after === -1 ? waiting.length : after, 0, entry);
    pump();
  }

  function turn(to: typeof state): void {
    if (state === 'closed') return;
    state = to;
    if (to === 'away') replies.lose();
    stopPump();
    const [stay, go]: [Waiting[], Waiting[]] = [[], []];
    for (const each of waiting) (to === 'ready' || (to === 'away' && each.patient) ? stay : go).push(each);
    waiting = stay;
    for (const { channel, reject } of go) reject(unsent(channel, to === 'closed'));
    pump();
  }

  async function send(channel: string, text: string, given: SendOptions = {}): Promise<SentMessage> {
    const { threadTs, replyBroadcast, waitMs = 0, signal } = given;
    const frame = frameOf(channel, text, threadTs, replyBroadcast);
    if (!(waitMs >= 0 && waitMs < 2 ** 31)) refuseArgument('waitMs', 'a number of milliseconds');
    if (signal?.aborted === true) throw signal.reason;
    if (state === 'closed' || (state === 'away' && waitMs === 0)) throw unsent(channel, state === 'closed');
    if (waiting.length >= queueLimit) throw queueFull(queueLimit);

    let cleanUp = (): void => undefined;
    const sent = new Promise<SentMessage>((resolve, reject) => {
      let id = 0;
      const leave = (error: unknown): void => {
        waiting = waiting.filter((each) => each !== entry);
        replies.forget(id);
        reject(error);
      };
      let isRepeated = false;
      const refuse = (error: unknown): void => {
        const pauseMs = isServiceError(error) ? error.retryAfterMs : undefined;
        if (pauseMs !== undefined) {
          pacer.pause(pauseMs);
          pacer.slow(slowMs);
        }
        if (pauseMs === undefined || isRepeated) {
          reject(error);
          return;
        }
        isRepeated = true;
        putBack(entry);
      };
      const entry: Waiting = {
        number: (count += 1),
        channel,
        reject,
        patient: waitMs > 0,
        write() {
          id = nextId();
          replies.expect({ id, channel, text, threadTs, resolve, reject: refuse });
          write({ id, ...frame });
        },
      };
      const lose = (): void => {
        entry.patient = false;
        if (state === 'away' && waiting.includes(entry)) leave(unsent(channel, false));
      };
      const stopPatience = waitMs > 0 ? clock.after(waitMs, lose, true) : () => undefined;
      const onAbort = (): void => {
        leave(signal?.reason);
      };
      signal?.addEventListener('abort', onAbort);
      cleanUp = () => {
        stopPatience();
        signal?.removeEventListener('abort', onAbort);
      };
      waiting.push(entry);
      pump();
    });
    return sent.finally(cleanUp);
  }

  return { send, turn, pump };
}

/** The frame of a message, without its id; refuses what RTM would not take, before it costs the connection. */
function frameOf(
  channel: string,
  text: string,
  threadTs: string | undefined,
  replyBroadcast: boolean | undefined,
): object {
  if (typeof channel !== 'string' || channel === '') refuseArgument('channel', 'the id of a conversation');
  if (typeof text !== 'string' || text === '') refuseArgument('text', 'a text that is not empty');
  if (text.length - (text.match(/[\uD800-\uDBFF]/g)?.length ?? 0) > maxCharacters) {
    refuseArgument('text', `at most ${maxCharacters} characters; chat.postMessage takes more`);
  }
  const frame = {
    type: 'message',
    channel,
    text,
    ...(threadTs !== undefined && { thread_ts: threadTs }),
    ...(replyBroadcast !== undefined && { reply_broadcast: replyBroadcast }),
  };
  if (new TextEncoder().encode(JSON.stringify(frame)).length > maxFrameBytes) {
    refuseArgument('text', `at most ${maxFrameBytes} bytes long as JSON; chat.postMessage takes more`);
  }
  return frame;
}
