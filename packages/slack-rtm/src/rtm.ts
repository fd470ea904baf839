import { systemClock } from '@x/http-core';
import { createPacers } from './pace/channel-pacers.js';
import { createEventStream } from './live/event-stream.js';
import { createSlackHttp } from './http.js';
import { readLiveOptions } from './live/options.js';
import { createLateSession } from './live/late-session.js';
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
  const session = createLateSession(
    'RTM',
    stream,
    async () => {
      const { createRtmSession } = await loadPart(import('./rtm/session.js'));
      return () => createRtmSession(given);
    },
    ({ kept }) => kept,
  );
  const { close } = session;
  const web = createWeb(http, options, pacers, session.closing);
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
  // In a page, what is needed for a connection is loaded with the first.
  const need = async (): Promise<RtmSession> => session.made ?? session.need();

  return {
    get state() {
      return session.state;
    },
    get self() {
      return session.made?.welcome?.self;
    },
    get team() {
      return session.made?.welcome?.team;
    },
    get welcome() {
      return session.made?.welcome;
    },
    get latencyMs() {
      return session.made?.latencyMs;
    },
    web,
    connect: async (wait) => (await need()).kept.connect(wait),
    close,
    on: stream.on,
    events: stream.events,
    messages: stream.messages,
    send: async (channel, text, how) => (await need()).parts.send(channel, text, how),
    // Without a connection it does nothing.
    typing: (channel, how) => session.made?.parts.typing(channel, how),
    subscribePresence: async (ids) => (await need()).parts.subscribePresence(ids),
    unsubscribePresence: async (ids) => (await need()).parts.unsubscribePresence(ids),
    queryPresence: async (ids) => (await need()).parts.queryPresence(ids),
    [Symbol.asyncDispose]: close,
  };
}
