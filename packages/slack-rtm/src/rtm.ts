import { systemClock } from '@x/http-core';
import { reconnecting } from '@x/http-core/live';
import { createWebSocket } from '#websocket';
import { slackError } from './errors.js';
import { createEventStream } from './event-stream.js';
import { eventOf, type GapEvent, type SlackFrame } from './events.js';
import { createSlackHttp } from './http.js';
import { baseUrlOf, readLiveOptions, type SlackRtmOptions } from './options.js';
import { createOutbox } from './outbox.js';
import { createOverlap } from './overlap.js';
import { createPacer } from './pacer.js';
import { createReplies, type Reply } from './replies.js';
import { connectRtm, type RtmConnection } from './socket.js';
import type { SlackRtm } from './types/slack-rtm.js';
import { createTyping } from './typing.js';
import { createWeb } from './web.js';

/** How often a connection may be replaced before its time, at most. */
const renewalMs = 10_000;

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
  const { clock = systemClock, agent, webSocket } = options;
  const settings = readLiveOptions(options);
  const http = createSlackHttp(options);
  const stream = createEventStream(options.onListenerError);
  const replies = createReplies(clock);
  const pacer = createPacer(clock);
  const overlap = createOverlap(clock);
  const connections = new Set<RtmConnection>();
  /** The one that is used, and heard. */
  let adopted: RtmConnection | undefined;
  let awaySince: number | undefined;
  let renewedAt = -Infinity;
  let welcome: RtmConnection['welcome'] | undefined;
  let latencyMs: number | undefined;
  let lastId = 0;

  // Never reset, so that no answer is taken for one to a message of another connection.
  const nextId = (): number => (lastId = (lastId % (2 ** 31 - 1)) + 1);
  const write = (frame: object): void => adopted?.send(frame);
  const outbox = createOutbox({ clock, pacer, replies, nextId, write });
  const typing = createTyping({ clock, nextId, write });

  function pause(seconds: unknown): void {
    if (typeof seconds === 'number') pacer.pause(seconds * 1000);
  }

  function receive(frame: SlackFrame, connection: RtmConnection): void {
    if (frame['reply_to'] !== undefined) {
      const refused = replies.settle(frame as Reply);
      if (refused?.retryAfterMs !== undefined) pause(1);
      return;
    }
    // An address that opens a connection is nobody's business.
    if (frame.type === 'reconnect_url') return;
    if (frame.type === 'goodbye') {
      overlap.begin();
      connection.renewAfter(Math.max(0, renewedAt + renewalMs - clock.now()));
      renewedAt = clock.now();
    }
    if (overlap.isRepeat(connection, frame)) return;
    if (frame.type === 'error') pause((frame['error'] as Reply['error'])?.retry_after);
    if (frame.type === 'message' && frame['user'] === welcome?.self.id) replies.seen(frame as Reply);
    stream.tell(eventOf(frame), frame);
  }

  async function lose(connection: RtmConnection): Promise<void> {
    await connection.ended;
    connections.delete(connection);
    if (adopted !== connection) return;
    awaySince = connection.lastSeenAt;
    adopted = undefined;
    outbox.turn('away');
  }

  const live = reconnecting<RtmConnection>(
    async (context) => {
      const made = await connectRtm(
        {
          ...settings,
          http,
          clock,
          nextId,
          baseUrl: baseUrlOf(options),
          createWebSocket: webSocket ?? ((url) => createWebSocket(url, agent)),
          onFrame: receive,
          onUnreadable: (event) => {
            stream.emit('unreadable', event);
          },
          onLatency: (ms) => {
            latencyMs = ms;
            stream.emit('latency', { latencyMs });
          },
        },
        context,
      );
      connections.add(made);
      void lose(made);
      return made;
    },
    {
      clock,
      fail: (kind, code, message) => slackError(kind, code, `RTM ${message}`),
      onState(event) {
        const { current } = live;
        // A change of connections under way is no change of state.
        if (event.from !== 'ready' || event.to !== 'ready') stream.emit('state', event);
        if (event.to === 'ready' && current !== undefined) adopt(current);
        if (event.to !== 'closed') return;
        outbox.turn('closed');
        replies.end();
        stream.end(event.error);
      },
    },
  );

  function adopt(connection: RtmConnection): void {
    adopted = connection;
    ({ welcome } = connection);
    overlap.settle();
    if (awaySince !== undefined && connection.greeting['fast_reconnect'] !== true) {
      const gap: GapEvent = {
        type: 'gap',
        from: new Date(awaySince),
        to: new Date(connection.greetedAt),
      };
      stream.tell(gap);
    }
    awaySince = undefined;
    connection.start();
    outbox.turn('ready');
  }

  async function close(): Promise<void> {
    // One that was replaced may still be saying good-bye.
    const all = [...connections];
    await live.close();
    await Promise.all(all.map((connection) => connection.close()));
  }

  return {
    get state() {
      return live.state;
    },
    get self() {
      return welcome?.self;
    },
    get team() {
      return welcome?.team;
    },
    get latencyMs() {
      return latencyMs;
    },
    web: createWeb(http, options),
    connect: (given) => live.connect(given),
    close,
    on: stream.on,
    events: stream.events,
    messages: stream.messages,
    send: async (channel, text, given) => outbox.send(channel, text, given),
    typing,
    [Symbol.asyncDispose]: close,
  };
}
