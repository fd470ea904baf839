import type { Clock } from '@x/http-core';
import type { DialContext } from '@x/http-core/live';
import type { WebSocketLike } from '@x/http-core/socket';
import { slackError } from '../errors.js';
import type { SlackFrame, UnreadableEvent } from '../events.js';
import { openGreeted, type GreetedSocketOptions } from '../live/greeted-socket.js';
import { isDeafness, type LiveConnection } from '../live/connection.js';
import type { Acknowledgement } from './acknowledgement.js';
import { endOf } from './disconnect.js';
import { watchHeartbeat } from './heartbeat.js';
import type { SocketModeSettings } from './options.js';

/** What one connection of Socket Mode needs, and whom it tells. */
export interface LinkOptions extends Pick<GreetedSocketOptions, 'create'> {
  readonly settings: SocketModeSettings;
  readonly clock: Clock;
  readonly onFrame: (frame: SlackFrame, link: Link) => void;
  /** A frame came instead of the greeting. */
  readonly onRefusal: (frame: SlackFrame) => void;
  readonly onUnreadable: (event: UnreadableEvent) => void;
  readonly onLatency: (latencyMs: number) => void;
}

/** One connection of Socket Mode, from its greeting on. */
export interface Link extends LiveConnection {
  /** What it brought and is not acknowledged yet. It is closed when all of it is. */
  readonly unacknowledged: Set<Acknowledgement>;
  /** Writes to it; false when it is gone. */
  readonly write: (frame: object) => boolean;
  /** An acknowledgement is over. */
  settle(acknowledgement: Acknowledgement): void;
}

/** Opens a connection and waits for the greeting. */
export async function openLink(
  options: LinkOptions,
  context: Pick<DialContext, 'signal' | 'renew'>,
): Promise<Link> {
  const { settings, clock, create, onFrame, onRefusal, onUnreadable, onLatency } = options;
  const unacknowledged = new Set<Acknowledgement>();
  let webSocket: WebSocketLike | undefined;
  let isOver = false;
  let lastSignAt = 0;
  let drained = (): void => undefined;

  const connection = await openGreeted(
    {
      ...settings,
      // Of a workspace in which nothing happens there are no frames: life shows in pings.
      silenceMs: undefined,
      name: 'Socket Mode',
      clock,
      create: (onRefused) => (webSocket = create(onRefused)),
      refusalOf(frame) {
        const end = endOf(frame);
        if (end !== undefined) onRefusal(frame);
        return end;
      },
      onFrame: (frame) => {
        onFrame(frame, link);
      },
      onUnreadable,
    },
    context,
  );
  const heartbeat = watchHeartbeat({
    ...settings,
    webSocket: webSocket as unknown as WebSocketLike,
    clock,
    onSign() {
      lastSignAt = clock.now();
    },
    onLatency,
    onDead(code, message) {
      connection.end(slackError('timeout', code, `Socket Mode: ${message}`, { retryable: true }));
    },
  });

  const link: Link = {
    ...connection,
    unacknowledged,
    get lastSeenAt() {
      return Math.max(connection.lastSeenAt, lastSignAt);
    },
    ended: connection.ended.then((reason) => {
      isOver = true;
      heartbeat.stop();
      if (isDeafness(reason)) lastSignAt = 0;
      return reason;
    }),
    check: heartbeat.check,
    write(frame) {
      if (!isOver) connection.send(frame);
      return !isOver;
    },
    settle(acknowledgement) {
      unacknowledged.delete(acknowledgement);
      if (unacknowledged.size === 0) drained();
    },
    async close() {
      if (unacknowledged.size > 0 && !isOver) {
        await new Promise<void>((resolve) => {
          drained = resolve;
        });
      }
      await connection.close();
    },
  };
  return link;
}
