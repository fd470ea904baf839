import type { Clock, Http } from '@x/http-core';
import { createPacers, type Pacers } from '../pace/channel-pacers.js';
import { createPacer } from '../pace/pacer.js';
import { createRtmDial, type RtmDial } from './connect-rtm.js';
import type { EventStream } from '../live/event-stream.js';
import { createIds } from './ids.js';
import { keepConnected, type KeptConnection } from '../live/keep-connected.js';
import type { LiveSettings } from '../live/options.js';
import { loadPart } from '../live/load-part.js';
import type { readCatchUp, SlackRtmOptions } from './options.js';
import { createRtmParts, type RtmParts } from './parts.js';
import type { RtmWelcome } from '../types/slack-rtm.js';
import type { SlackWeb } from '../web.js';

/** What a session is made of. */
export interface RtmSessionOptions {
  readonly options: SlackRtmOptions;
  readonly settings: LiveSettings;
  readonly catchUp: ReturnType<typeof readCatchUp>;
  readonly ackTimeoutMs: number;
  readonly clock: Clock;
  readonly http: Http;
  readonly web: SlackWeb;
  readonly pacers: Pacers;
  readonly stream: EventStream;
}

/** Everything of a client of RTM that is of no use before somebody connects. */
export interface RtmSession {
  readonly kept: KeptConnection;
  readonly parts: RtmParts;
  /** What the latest answer to whoever asked for a connection was. */
  readonly welcome: RtmWelcome | undefined;
  readonly latencyMs: number | undefined;
}

/** Joins the connection, whichever it is at the moment, with what is done with it. */
export function createRtmSession(given: RtmSessionOptions): RtmSession {
  const { options, settings, catchUp, ackTimeoutMs, clock, http, web, pacers, stream } = given;
  let welcome: RtmWelcome | undefined;
  let dial: RtmDial | undefined;
  let latencyMs: number | undefined;
  const nextId = createIds();
  const parts = createRtmParts({
    clock,
    stream,
    nextId,
    write: (frame) => {
      kept.write(frame);
    },
    selfId: () => welcome?.self.id,
    ...(options.paceSends === false
      ? { pacer: createPacer(clock, 1, 0), pacers: createPacers(clock, { burst: 1, intervalMs: 0 }) }
      : { pacer: createPacer(clock), pacers }),
    ackTimeoutMs,
  });

  const kept = keepConnected({
    name: 'RTM',
    clock,
    overlap: settings.overlap,
    async dial(context, mayResume) {
      if (catchUp !== undefined) {
        const { createCatchUp } = await loadPart(import('../catch-up/catch-up.js'));
        parts.use((its) => createCatchUp({ ...its, ...catchUp, web }));
      }
      dial ??= createRtmDial({
        options,
        settings,
        http,
        clock,
        nextId,
        onWelcome: (answer) => {
          welcome = answer;
        },
        onFrame: kept.receive,
        onUnreadable: (event) => {
          stream.emit('unreadable', event);
        },
        onLatency: (ms) => {
          latencyMs = ms;
          stream.emit('latency', { latencyMs });
        },
      });
      return dial(context, mayResume);
    },
    takes(frame, connection) {
      if (frame.type === 'goodbye') kept.replace(connection);
      if (frame['reply_to'] === undefined) return false;
      parts.answered(frame);
      return true;
    },
    hear: parts.hear,
    onState: (event) => {
      stream.emit('state', event);
    },
    onReady: parts.ready,
    onMissed: parts.missed,
    onAway: parts.away,
    onClosed(error) {
      parts.closed();
      stream.end(error);
    },
  });

  return {
    kept,
    parts,
    get welcome() {
      return welcome;
    },
    get latencyMs() {
      return latencyMs;
    },
  };
}
