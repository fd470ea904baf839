import type { Clock } from '@x/http-core';
import type { EventStream } from '../live/event-stream.js';
import type { Self } from '../types/methods/team.js';
import type { Team } from '../types/user.js';
import type { SlackWeb } from '../web.js';
import { createAcknowledging } from './acknowledging.js';
import { createLinkDial } from './dial.js';
import { endOf } from './disconnect.js';
import { createInOrder } from './in-order.js';
import { keepLinks, type Links } from './links.js';
import type { Listening } from './listening.js';
import type { SlackSocketOptions, SocketModeSettings } from './options.js';
import { createPosting, type Posting } from './posting.js';
import { createReceiving } from './receiving.js';
import { createRedelivery } from './redelivery.js';

/** What a session is made of. */
export interface SocketSessionOptions {
  readonly options: SlackSocketOptions;
  readonly settings: SocketModeSettings;
  readonly clock: Clock;
  readonly web: SlackWeb;
  readonly stream: EventStream;
  readonly listening: Listening;
}

/** Everything of a client of Socket Mode that is of no use before somebody connects. */
export interface SocketSession {
  readonly links: Links;
  readonly send: Posting['send'];
  /** Whose token it is, once that is known. */
  readonly self: Self | undefined;
  readonly team: Team | undefined;
  readonly latencyMs: number | undefined;
}

/** Joins the connections with what is done with what they bring. */
export function createSocketSession(given: SocketSessionOptions): SocketSession {
  const { options, settings, clock, web, stream, listening } = given;
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

  const receive = createReceiving({
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
  });

  const dial = createLinkDial({
    options,
    settings,
    clock,
    identify,
    onFrame(frame, link) {
      // What nobody will hear is not acknowledged: another client may have it.
      if (links.state !== 'closed') receive(frame, link);
    },
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
    links,
    send: posting.send,
    get self() {
      return self;
    },
    get team() {
      return team;
    },
    get latencyMs() {
      return latencyMs;
    },
  };
}
