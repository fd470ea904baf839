import { systemClock } from '@x/http-core';
import { createPacers } from './pace/channel-pacers.js';
import { createEventStream } from './live/event-stream.js';
import { createSlackHttp } from './http.js';
import { readLiveOptions } from './live/options.js';
import { loadPart } from './live/load-part.js';
import { checkAckTimeout, checkRtmOptions, readCatchUp, type SlackRtmOptions } from './rtm/options.js';
import type { RtmSession, RtmSessionOptions } from './rtm/session.js';
import type { SlackRtm } from './types/slack-rtm.js';
import { createWeb } from './web.js';

/**
 * A client of Slack's real-time messaging. RTM takes tokens of classic apps and legacy tokens only. It checks its options and does
 * nothing else before `connect()`.
 *
 * A connection that is lost comes back by itself, after a pause that grows; a `gap` event then tells from when to when events
 * may be missing. When Slack announces the end of a connection, the next is made first, and nothing is missed or told twice.
 *
 * @throws `usage` / `INVALID_OPTION` at once for options that cannot work.
 * @see https://docs.slack.dev/legacy/legacy-rtm-api
 * @example
 * ```ts
 * import { createSlackRtm } from '@x/slack-rtm';
 *
 * export async function greet(token: string): Promise<void> {
 *   const slack = createSlackRtm({ token });
 *   const messages = slack.messages();
 *   await slack.connect();
 *   for await (const message of messages) {
 *     if (message.text === 'bye') break;
 *     if (message.user !== slack.self?.id) await slack.send(message.channel, 'Hello!');
 *   }
 *   await slack.close();
 * }
 * ```
 */
export function createSlackRtm(options: SlackRtmOptions): SlackRtm {
  const { clock = systemClock } = options;
  checkRtmOptions(options);
  const http = createSlackHttp(options);
  const pacers = createPacers(clock);
  const stream = createEventStream(options.onListenerError);
  const web = createWeb(http, options, pacers);
  const given: RtmSessionOptions = {
    options,
    settings: readLiveOptions(options),
    catchUp: readCatchUp(options),
    ackTimeoutMs: checkAckTimeout(options),
    clock,
    http,
    web,
    pacers,
    stream,
  };
  let session: RtmSession | undefined;

  /** In a page, what is needed for a connection is loaded with the first. */
  async function load(): Promise<RtmSession> {
    const { createRtmSession } = await loadPart(import('./rtm/session.js'));
    return (session ??= createRtmSession(given));
  }

  const close = async (): Promise<void> => (session ?? (await load())).kept.close();

  return {
    get state() {
      return session?.kept.state ?? 'idle';
    },
    get self() {
      return session?.welcome?.self;
    },
    get team() {
      return session?.welcome?.team;
    },
    get welcome() {
      return session?.welcome;
    },
    get latencyMs() {
      return session?.latencyMs;
    },
    web,
    connect: async (wait) => (session ?? (await load())).kept.connect(wait),
    close,
    on: stream.on,
    events: stream.events,
    messages: stream.messages,
    send: async (channel, text, how) => (session ?? (await load())).parts.send(channel, text, how),
    // Without a connection it does nothing.
    typing: (channel, how) => session?.parts.typing(channel, how),
    subscribePresence: async (ids) => (session ?? (await load())).parts.subscribePresence(ids),
    unsubscribePresence: async (ids) => (session ?? (await load())).parts.unsubscribePresence(ids),
    queryPresence: async (ids) => (session ?? (await load())).parts.queryPresence(ids),
    [Symbol.asyncDispose]: close,
  };
}
