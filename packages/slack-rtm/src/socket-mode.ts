import { systemClock } from '@x/http-core';
import { slackError, type SlackError } from './errors.js';
import { createEventStream } from './event-stream.js';
import { createSlackHttp } from './http.js';
import { createAcknowledging } from './socket-mode/acknowledging.js';
import { createLinkDial } from './socket-mode/dial.js';
import { endOf } from './socket-mode/disconnect.js';
import { createInOrder } from './socket-mode/in-order.js';
import { keepLinks } from './socket-mode/links.js';
import { createListening } from './socket-mode/listening.js';
import { readSocketOptions, type SlackSocketOptions } from './socket-mode/options.js';
import { createPosting } from './socket-mode/posting.js';
import { createReceiving } from './socket-mode/receiving.js';
import { createRedelivery } from './socket-mode/redelivery.js';
import type { Self } from './types/methods/team.js';
import type { SlackSocket } from './types/slack-socket.js';
import type { Team } from './types/user.js';
import { createWeb } from './web.js';

/**
 * A client of Socket Mode: the same events and calls as `createSlackRtm`, for apps with granular scopes, and besides slash
 * commands and interactions. It checks its options and does nothing else before `connect()`.
 *
 * What comes is acknowledged by itself when all who listen have done with it. What Slack delivers again, because it was not
 * acknowledged or a connection was lost, is told once. A connection that Slack is about to end is replaced first.
 *
 * @throws `usage` / `INVALID_OPTION` at once for options that cannot work.
 * @see https://docs.slack.dev/apis/events-api/using-socket-mode
 * @example
 * ```ts
 * import { createSlackSocket } from '@x/slack-rtm';
 *
 * export async function greet(appToken: string, token: string): Promise<void> {
 *   const slack = createSlackSocket({ appToken, token });
 *   slack.on('slash_commands', ({ payload, ack }) => ack({ text: `You said ${payload.text}` }));
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
export function createSlackSocket(options: SlackSocketOptions): SlackSocket {
  const { clock = systemClock } = options;
  const settings = readSocketOptions(options);
  const web = createWeb(createSlackHttp(options), options);
  const stream = createEventStream(options.onListenerError);
  const listening = createListening(stream);
  const acknowledging = createAcknowledging(clock, options.ackOnError ?? true);
  const inOrder = options.inOrder === true ? createInOrder(clock, settings.connections) : undefined;
  const redelivery = createRedelivery(clock);
  const posting = createPosting({ web, clock, selfId: () => self?.id });
  let self: Self | undefined;
  let team: Team | undefined;
  let latencyMs: number | undefined;

  async function identify(signal: AbortSignal): Promise<void> {
    if (options.token === undefined || self !== undefined) return;
    const answer = await web.auth.test({}, { signal, retries: 0 });
    self = { id: answer.user_id, name: answer.user };
    const [domain = ''] = URL.canParse(answer.url) ? new URL(answer.url).hostname.split('.') : [];
    team = { id: answer.team_id, name: answer.team, domain };
  }

  const dial = createLinkDial({
    options,
    settings,
    clock,
    identify,
    onFrame: createReceiving({
      stream,
      listening,
      acknowledging,
      inOrder,
      onEvent: posting.seen,
      onDisconnect(frame, link) {
        const end = endOf(frame);
        if (end === undefined) links.replace(link);
        else link.end(end);
      },
    }),
    onRefusal(frame) {
      stream.emit('disconnect', frame);
    },
    onUnreadable(event) {
      stream.emit('unreadable', event);
    },
    onLatency(ms) {
      latencyMs = ms;
      stream.emit('latency', { latencyMs });
    },
  });

  const links = keepLinks({
    count: settings.connections,
    overlap: settings.overlap,
    clock,
    dial,
    onState(event) {
      if (event.to === 'closed') {
        inOrder?.end();
        acknowledging.end();
        posting.end();
      }
      stream.emit('state', event);
    },
    onLink(link) {
      const { waitMs, gap } = redelivery.back(link);
      inOrder?.waitFor(waitMs);
      if (gap !== undefined) stream.tell(gap);
      link.start();
    },
    onLoss(link, loss) {
      const waitMs = redelivery.lost(link, loss);
      inOrder?.waitFor(waitMs);
    },
    onClosed(error) {
      stream.end(error);
    },
  });

  return {
    get state() {
      return links.state;
    },
    get self() {
      return self;
    },
    get team() {
      return team;
    },
    get latencyMs() {
      return latencyMs;
    },
    web,
    connect: async (given) => links.connect(given),
    close: links.close,
    on: listening.on,
    events: listening.events,
    messages: listening.messages,
    send: posting.send,
    typing() {
      throw notInSocketMode('typing');
    },
    async subscribePresence() {
      throw notInSocketMode('presence');
    },
    async unsubscribePresence() {
      throw notInSocketMode('presence');
    },
    async queryPresence() {
      throw notInSocketMode('presence');
    },
    [Symbol.asyncDispose]: links.close,
  };
}

function notInSocketMode(what: string): SlackError {
  return slackError('usage', 'NOT_IN_SOCKET_MODE', `${what} does not exist in Socket Mode; RTM has it`);
}
