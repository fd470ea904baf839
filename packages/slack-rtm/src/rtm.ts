import { systemClock } from '@x/http-core';
import { createPacers } from './channel-pacers.js';
import type { RtmDial } from './connect-rtm.js';
import { createEventStream } from './event-stream.js';
import { createSlackHttp } from './http.js';
import { createIds } from './ids.js';
import type { KeepOptions, KeptConnection } from './keep-connected.js';
import { readLiveOptions } from './live-options.js';
import { loadPart } from './load-part.js';
import { checkAckTimeout, checkRtmOptions, readCatchUp, type SlackRtmOptions } from './rtm-options.js';
import { createRtmParts } from './rtm-parts.js';
import type { RtmWelcome, SlackRtm } from './types/slack-rtm.js';
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
  const settings = readLiveOptions(options);
  const http = createSlackHttp(options);
  const stream = createEventStream(options.onListenerError);
  const pacers = createPacers(clock);
  const web = createWeb(http, options, pacers);
  const catchUp = readCatchUp(options);
  let welcome: RtmWelcome | undefined;
  let dial: RtmDial | undefined;
  let kept: KeptConnection | undefined;
  let latencyMs: number | undefined;
  const nextId = createIds();
  const parts = createRtmParts({
    clock,
    stream,
    nextId,
    write: (frame) => {
      kept?.write(frame);
    },
    selfId: () => welcome?.self.id,
    pacers,
    ackTimeoutMs: checkAckTimeout(options),
  });

  /** What connects is loaded when it is first needed. */
  async function load(): Promise<KeptConnection> {
    const { keepConnected } = await loadPart(import('./keep-connected.js'));
    kept ??= keepConnected(live);
    return kept;
  }

  const live: KeepOptions = {
    name: 'RTM',
    clock,
    overlap: settings.overlap,
    async dial(context, isLost) {
      if (catchUp !== undefined) {
        const { createCatchUp } = await loadPart(import('./catch-up/catch-up.js'));
        parts.use((given) => createCatchUp({ ...given, ...catchUp, web }));
      }
      dial ??= (await loadPart(import('./connect-rtm.js'))).createRtmDial({
        options,
        settings,
        http,
        clock,
        nextId,
        onWelcome: (answer) => {
          welcome = answer;
        },
        onFrame: (frame, connection) => kept?.receive(frame, connection),
        onUnreadable: (event) => {
          stream.emit('unreadable', event);
        },
        onLatency: (ms) => {
          latencyMs = ms;
          stream.emit('latency', { latencyMs });
        },
      });
      return dial(context, isLost);
    },
    takes(frame, connection) {
      if (frame.type === 'goodbye') kept?.replace(connection);
      if (frame['reply_to'] === undefined) return false;
      parts.answered(frame);
      return true;
    },
    hear: parts.hear,
    onState: (event) => {
      stream.emit('state', event);
    },
    onReady: parts.ready,
    onAway: parts.away,
    onClosed(error) {
      parts.closed();
      stream.end(error);
    },
  };

  const close = async (): Promise<void> => (await load()).close();

  return {
    get state() {
      return kept?.state ?? 'idle';
    },
    get self() {
      return welcome?.self;
    },
    get team() {
      return welcome?.team;
    },
    get welcome() {
      return welcome;
    },
    get latencyMs() {
      return latencyMs;
    },
    web,
    connect: async (given) => (await load()).connect(given),
    close,
    on: stream.on,
    events: stream.events,
    messages: stream.messages,
    send: parts.send,
    typing: parts.typing,
    subscribePresence: parts.subscribePresence,
    unsubscribePresence: parts.unsubscribePresence,
    queryPresence: parts.queryPresence,
    [Symbol.asyncDispose]: close,
  };
}
