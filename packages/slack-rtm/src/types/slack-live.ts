/// <reference lib="esnext.disposable" preserve="true" />
import type { ConnectionState } from '@x/http-core/live';
import type { SlackEvent, SlackEvents, SlackFrame } from '../events.js';
import type { SendOptions } from '../rtm/outbox.js';
import type { SentMessage } from '../rtm/replies.js';
import type { TypingOptions } from '../rtm/typing.js';
import type { SlackWeb } from '../web.js';
import type { MessageOf, MessageSubtype, NewMessage } from './message.js';
import type { Self } from './methods/team.js';
import type { Team } from './user.js';

/** How a client that lives is listened to and talked to, whichever way events come. */
export interface SlackLive extends AsyncDisposable {
  /** `idle → connecting → ready ⇄ reconnecting → closed`. */
  readonly state: ConnectionState;
  /** Whom the token acts as, and where; known from the first connection on. */
  readonly self: Self | undefined;
  readonly team: Team | undefined;
  /** How long the last ping took, in milliseconds. */
  readonly latencyMs: number | undefined;
  /** The Web API with the same token. */
  readonly web: SlackWeb;
  /**
   * Connects, and keeps connected until `close()`. Resolves when Slack has greeted; at once when it has already. It rejects with
   * `auth` or `refused` when that can never be (`invalid_auth`, `not_allowed_token_type`, …), with `timeout` after `timeoutMs`
   * (60,000), with `closed` / `CLOSED` after `close()`, and with the reason of its signal. The time and the signal end this wait
   * only: the client goes on trying.
   */
  connect(options?: {
    readonly signal?: AbortSignal | undefined;
    readonly timeoutMs?: number | undefined;
  }): Promise<void>;
  /**
   * Ends it for good: within a second, whatever the other side does. What waits to be sent is not sent then, by `web` neither: it
   * rejects with `closed` / `CLOSED`. Calls of `web` that are made after it go on as before.
   */
  close(): Promise<void>;
  /**
   * Listens to events of a type, as they come over the wire, and to `state`, `gap`, `unknown`, `unreadable` and `latency`. The
   * function returned, or the signal, ends that.
   *
   * @example
   * ```ts
   * import type { SlackLive } from '@x/slack-rtm';
   *
   * export const watch = (slack: SlackLive): (() => void) =>
   *   slack.on('reaction_added', ({ user, reaction }) => console.log(`${user} reacted with ${reaction}`));
   * ```
   */
  on<Type extends keyof SlackEvents>(
    type: Type,
    listener: (event: SlackEvents[Type]) => unknown,
    options?: { readonly signal?: AbortSignal | undefined },
  ): () => void;
  /** Listens to messages of a subtype: `on('message::channel_join', …)`. */
  on<Subtype extends MessageSubtype>(
    type: `message::${Subtype}`,
    listener: (event: MessageOf<Subtype>) => unknown,
    options?: { readonly signal?: AbortSignal | undefined },
  ): () => void;
  /** Listens to events of a type that this package does not know. */
  on<Type extends string>(
    type: Type extends keyof SlackEvents | `message::${MessageSubtype}` ? never : Type,
    listener: (event: SlackFrame) => unknown,
    options?: { readonly signal?: AbortSignal | undefined },
  ): () => void;
  /**
   * All events from now on, in order, with the gaps between them. A reader who is 10,000 behind gets what is there and then
   * `usage` / `SLOW_CONSUMER`. It ends with `close()`; when the connection can never be made again, it throws why.
   */
  events(): AsyncIterableIterator<SlackEvent>;
  /**
   * New messages from now on: all `message` events but those that only tell of another message. It is bounded and ends as
   * `events()` does.
   */
  messages(): AsyncIterableIterator<NewMessage>;
  /**
   * Sends a message, in the text format of Slack (mrkdwn: write `&`, `<` and `>` as `&amp;`, `&lt;` and `&gt;`), and resolves with
   * what Slack acknowledges. Messages go in order within a channel, three at once and then one a second, together with what is
   * posted there by the Web API. Over RTM a message goes by the connection; in Socket Mode, which takes none, by
   * `chat.postMessage`, with or without a connection.
   *
   * Rejects with `timeout` / `SEND_UNCONFIRMED` when it was sent and for 60 s nothing showed whether it arrived (it is never sent
   * again by itself), and with `usage` when 100 wait already (`QUEUE_FULL`). Over RTM besides with `refused` and the number that
   * RTM gives as code; with `closed` / `NOT_READY` when there is no connection or it went before the message was written (it can
   * be sent again); with `rate-limit` / `-1` when Slack finds it too fast; and with `usage` for a text that RTM does not take
   * (4,000 characters). In Socket Mode besides as `web.chat.postMessage` does; `waitMs` means nothing there.
   *
   * @example
   * ```ts
   * import type { SlackLive } from '@x/slack-rtm';
   *
   * export async function reply(slack: SlackLive, channel: string, threadTs: string): Promise<string> {
   *   const { ts } = await slack.send(channel, 'On it', { threadTs, waitMs: 10_000 });
   *   return ts;
   * }
   * ```
   */
  send(channel: string, text: string, options?: SendOptions): Promise<SentMessage>;
  /**
   * Shows for some seconds that the token's user is typing, in a thread where one is given. Does nothing when there is no
   * connection, when it was told for this channel less than three seconds ago, and while Slack wants to hear less.
   *
   * Throws `usage` / `INVALID_REQUEST` for something that is no id, and `usage` / `NOT_IN_SOCKET_MODE` where there is no such thing.
   */
  typing(channel: string, options?: TypingOptions): void;
  /**
   * Wants `presence_change` events of these users, besides those subscribed to before, over every connection from now on. Slack
   * tells at once how it is about those who are new. Changes that come within a second go together.
   *
   * Resolves when it is noted. Rejects with `usage` / `TOO_MANY_IDS` when there would be over 500, and changes nothing then; in
   * Socket Mode, which has no presence, all three reject with `usage` / `NOT_IN_SOCKET_MODE`.
   *
   * @example
   * ```ts
   * import type { SlackLive } from '@x/slack-rtm';
   *
   * export async function watch(slack: SlackLive, ids: readonly string[]): Promise<void> {
   *   slack.on('presence_change', ({ user, users = [user], presence }) => console.log(users, presence));
   *   await slack.subscribePresence(ids);
   * }
   * ```
   */
  subscribePresence(ids: readonly string[]): Promise<void>;
  /** Wants none of these users any more; those who were not subscribed to are passed over. */
  unsubscribePresence(ids: readonly string[]): Promise<void>;
  /**
   * Asks once for the presence of users, which comes as `presence_change` events; of more than 500 in parts, one a second. Resolves
   * when all is asked. Rejects with `closed` / `NOT_READY` without a connection.
   */
  queryPresence(ids: readonly string[]): Promise<void>;
  /** Closes it. */
  [Symbol.asyncDispose](): Promise<void>;
}
