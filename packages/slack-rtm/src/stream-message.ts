import { checkNumber, checkText, type CallOptions } from '@x/http-core';
import { refuseArgument, slackError } from './errors.js';
import { isTs } from './ts.js';
import type { HistoryMessage } from './types/message.js';
import type { Open } from './types/open.js';
import type { StreamChunk } from './types/stream-chunk.js';
import type { SlackWeb } from './web.js';

/** Where a message goes that comes bit by bit, and how. */
export interface StreamOptions {
  /** The id of a conversation. */
  readonly channel: string;
  /** The message in whose thread it goes. */
  readonly threadTs?: string | undefined;
  /** Whom it answers, and in which workspace: needed in channels. */
  readonly recipientUserId?: string | undefined;
  readonly recipientTeamId?: string | undefined;
  /** How steps are shown. Default: as Slack has it, `timeline`. */
  readonly taskDisplayMode?: Open<'timeline' | 'plan'> | undefined;
  /** Whom the message is said to be from. */
  readonly username?: string | undefined;
  readonly iconUrl?: string | undefined;
  readonly iconEmoji?: string | undefined;
  /** How many characters are kept back until there are so many, so that not every word is a call. Default 256. */
  readonly bufferSize?: number | undefined;
}

/** What a message grows by. */
export interface StreamContent {
  /** In Markdown. */
  readonly text?: string | undefined;
  /** They are sent at once, after the text that was kept back. */
  readonly chunks?: readonly StreamChunk[] | undefined;
}

/** What a message ends with. */
export interface StreamEnd extends StreamContent {
  /** Below the text. */
  readonly blocks?: readonly object[] | undefined;
  readonly metadata?: object | undefined;
}

/** A message as it stands at its end. */
export interface StreamedMessage {
  readonly channel: string;
  readonly ts: string;
  readonly message?: HistoryMessage;
}

/**
 * A message that is still being written. Its calls go one after the other, in the order in which they were made. Text that could
 * not be sent is kept for the next call; when nobody knows whether it arrived, after a time-out for example, it may then come twice.
 */
export interface MessageStream {
  /** The message's; `undefined` until Slack has some of it. */
  readonly ts: string | undefined;
  /**
   * Adds to the message. Resolves when it has been sent, or kept back because it is short.
   *
   * @throws `usage` / `MESSAGE_STOPPED` after {@link stop}; `protocol` / `NO_TS` when Slack does not say which message it has
   * begun; else as any call, with `message_not_in_streaming_state` when somebody else has stopped it.
   */
  append(content: string | StreamContent, call?: CallOptions): Promise<void>;
  /**
   * Sends what was kept back, and ends the message; a short message is begun only now. When it fails it may be called again: without
   * the text that it was given, which is kept.
   *
   * @throws As {@link append}.
   */
  stop(end?: StreamEnd, call?: CallOptions): Promise<StreamedMessage>;
}

/** How many characters Slack takes at once. */
const longestText = 12_000;

/**
 * A message that people see while it is written, as by a program that thinks aloud. Nothing is sent before there is enough of it.
 *
 * @throws `usage` / `INVALID_REQUEST` at once, for a channel or a thread that is none.
 * @see https://docs.slack.dev/reference/methods/chat.startStream
 * @example
 * ```ts
 * import { streamMessage, type SlackWeb } from '@x/slack-rtm';
 *
 * export async function answer(web: SlackWeb, thread: { channel: string; threadTs: string }, words: AsyncIterable<string>) {
 *   const message = streamMessage(web, thread);
 *   for await (const word of words) await message.append(word);
 *   return message.stop();
 * }
 * ```
 */
export function streamMessage(web: SlackWeb, options: StreamOptions): MessageStream {
  const { channel, threadTs, bufferSize = 256 } = options;
  checkText(refuseArgument, 'channel', channel);
  checkNumber(refuseArgument, 'bufferSize', bufferSize, 1);
  if (threadTs !== undefined && !isTs(threadTs)) {
    refuseArgument('threadTs', "a timestamp like '1355517523.000005'");
  }
  const place = {
    thread_ts: threadTs,
    recipient_user_id: options.recipientUserId,
    recipient_team_id: options.recipientTeamId,
    task_display_mode: options.taskDisplayMode,
    username: options.username,
    icon_url: options.iconUrl,
    icon_emoji: options.iconEmoji,
  };
  let ts: string | undefined;
  let kept = '';
  let isStopped = false;
  let last: Promise<unknown> = Promise.resolve();

  /** Runs when all that was asked for before is done. */
  async function inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
    const turn = last.then(run, run);
    last = turn;
    return turn;
  }

  async function send(content: object, call: CallOptions | undefined): Promise<void> {
    if (ts !== undefined) {
      await web.call('chat.appendStream', { channel, ts, ...content }, call);
      return;
    }
    const begun = await web.call<{ readonly ts?: string }, string>(
      'chat.startStream',
      { channel, ...place, ...content },
      call,
    );
    if (!isTs(begun.ts))
      throw slackError('protocol', 'NO_TS', 'chat.startStream has not told the ts of the message');
    ({ ts } = begun);
  }

  /** Takes text in, and sends of it what is too long for the call that comes. */
  async function take({ text = '' }: StreamContent, call: CallOptions | undefined): Promise<void> {
    if (isStopped)
      throw slackError('usage', 'MESSAGE_STOPPED', 'the message has been stopped; begin another');
    if (typeof text !== 'string') refuseArgument('text', 'a text');
    kept += text;
    while (kept.length > longestText) {
      const head = kept.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, '');
      await send({ markdown_text: head }, call);
      kept = kept.slice(head.length);
    }
  }

  /** What was kept back, in the form that goes along with chunks, or without. */
  const rest = (chunks: readonly StreamChunk[] | undefined): object => {
    if (chunks === undefined) return kept === '' ? {} : { markdown_text: kept };
    return { chunks: kept === '' ? chunks : [{ type: 'markdown_text', text: kept }, ...chunks] };
  };

  return {
    get ts() {
      return ts;
    },
    append: (content, call) =>
      inTurn(async () => {
        const given: StreamContent = typeof content === 'string' ? { text: content } : content;
        if (typeof given !== 'object' || given === null)
          refuseArgument('content', 'a text or { text, chunks }');
        await take(given, call);
        if (given.chunks === undefined && kept.length < bufferSize) return;
        await send(rest(given.chunks), call);
        kept = '';
      }),
    stop: (end = {}, call) =>
      inTurn(async () => {
        const { chunks, blocks, metadata } = end;
        await take(end, call);
        if (ts === undefined) {
          await send(rest(undefined), call);
          kept = '';
        }
        const done = await web.call<StreamedMessage, string>(
          'chat.stopStream',
          { channel, ts, ...rest(chunks), blocks, metadata },
          call,
        );
        isStopped = true;
        return done;
      }),
  };
}
