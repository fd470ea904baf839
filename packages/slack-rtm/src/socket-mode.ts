import { systemClock } from '@x/http-core';
import { slackError, type SlackError } from './errors.js';
import { createEventStream } from './live/event-stream.js';
import { createSlackHttp } from './http.js';
import { createLateSession } from './live/late-session.js';
import { loadPart } from './live/load-part.js';
import { createListening } from './socket-mode/listening.js';
import { readSocketOptions, type SlackSocketOptions } from './socket-mode/options.js';
import type { SocketSession, SocketSessionOptions } from './socket-mode/session.js';
import type { SlackSocket } from './types/slack-socket.js';
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
  const stream = createEventStream(options.onListenerError);
  const session = createLateSession(
    'Socket Mode',
    stream,
    async () => {
      const { createSocketSession } = await loadPart(import('./socket-mode/session.js'));
      return () => createSocketSession(given);
    },
    ({ links }) => links,
  );
  const { close } = session;
  const web = createWeb(createSlackHttp(options), options, undefined, session.closing);
  const listening = createListening(stream);
  const given: SocketSessionOptions = { options, settings, clock, web, stream, listening };
  // In a page, what is needed for a connection is loaded with the first.
  const need = async (): Promise<SocketSession> => session.made ?? session.need();

  return {
    get state() {
      return session.state;
    },
    get self() {
      return session.made?.self;
    },
    get team() {
      return session.made?.team;
    },
    get latencyMs() {
      return session.made?.latencyMs;
    },
    web,
    connect: async (wait) => (await need()).links.connect(wait),
    close,
    on: listening.on,
    events: listening.events,
    messages: listening.messages,
    send: async (channel, text, how) => (await need()).send(channel, text, how),
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
    [Symbol.asyncDispose]: close,
  };
}

function notInSocketMode(what: string): SlackError {
  return slackError('usage', 'NOT_IN_SOCKET_MODE', `${what} does not exist in Socket Mode; RTM has it`);
}
