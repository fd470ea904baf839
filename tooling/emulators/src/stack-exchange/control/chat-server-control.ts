import type { SocketCut } from '../live/live-socket.js';
import type { RunningChat, Service } from '../service.js';
import { messagesIn } from '../state/chat-server.js';
import type { WireEvent } from '../state/wire-event.js';
import { postThrottle, type ThrottleModel, voteThrottle } from '../throttle.js';
import { emitEvent, type EmitOptions, type EmittedEvent } from './emit.js';
import { createLookups } from './lookups.js';
import { createMessageControl, type MessageControl } from './message-control.js';
import { createPeopleControl, type PeopleControl } from './people-control.js';
import { createRoomControl, type RoomControl } from './room-control.js';
import {
  type ChatMessageSnapshot,
  type ChatSocketSnapshot,
  describeSocket,
  snapshotOf,
} from './snapshots.js';

/** What can be done to one chat server from behind. */
export interface ChatServerControl extends MessageControl, RoomControl, PeopleControl {
  /** Spoils the open sockets, or the one with this id, and says how many that were. Default `drop`: no close frame. */
  cut(how?: SocketCut, socketId?: number): number;
  /** Forgets all events so far. Whoever comes back with the id of one of them is told to start anew. */
  reset(): void;
  /** Tells the open sockets, and whoever polls with an id from before, to load everything anew, at the top of a frame. */
  reload(): void;
  /** Tells whoever watches a room, or one person who does, to leave it. */
  exit(roomId: number, userId?: number): void;
  /** Sends no signs of life any more (false), or does again. */
  keepAlives(on: boolean): void;
  /** Uses up event ids for nothing, one by default: the next frames come after a gap. Gives the newest id. */
  skipIds(count?: number): number;
  /**
   * Sends an event of any type, known or not, with any fields, and gives its id. Without `to`, those in the room are told.
   *
   * @example
   * ```ts
   * control.emit({ event_type: 22, content: 'news', user_id: -2, room_id: 1 });
   * control.emit({ event_type: 14, content: 'Read-only at noon.' }, { to: 'everybody' });
   * ```
   */
  emit(event: EmittedEvent, options?: EmitOptions): number;
  /**
   * Switches all waits on (as at the beginning) or off: between posts, and the second between stars, pins and flags. Or sets a
   * model of one's own for posts. A model that always gives the same number forces that many seconds.
   */
  throttle(how: boolean | ThrottleModel): void;
  /** Refuses the next posts, one by default, whatever the model says. */
  refuseNextPosts(seconds: number, times?: number): void;
  /** The same for stars, pins and flags. */
  refuseNextVotes(seconds: number, times?: number): void;
  sockets(): readonly ChatSocketSnapshot[];
  /** The messages of a room, oldest first, removed ones included. */
  messages(roomId: number): readonly ChatMessageSnapshot[];
  /** The events of a room that are still remembered, those for single people included, oldest first. */
  events(roomId: number): readonly WireEvent[];
}

export function createServerControl(service: Service, running: RunningChat): ChatServerControl {
  const { clock, options } = service;
  const { server, throttle, votes, live } = running;
  const scene = { clock, options, server };
  const lookups = createLookups(server);
  return {
    ...createMessageControl(scene, lookups),
    ...createRoomControl(scene, lookups),
    ...createPeopleControl(scene, lookups),
    cut: (how = 'drop', socketId) => live.cut(how, socketId),
    reset: () => server.events.forget(),
    reload: () => live.reload(),
    exit: (roomId, userId) => live.exit(lookups.room(roomId).id, userId),
    keepAlives: (on) => live.setKeepAlives(on),
    skipIds(count = 1) {
      server.events.skip(count);
      return server.events.newestId;
    },
    emit: (event, emitOptions = {}) => emitEvent(scene, event, emitOptions),
    throttle(how) {
      throttle.setModel(typeof how === 'object' ? how : how ? postThrottle : undefined);
      if (typeof how === 'boolean') votes.setModel(how ? voteThrottle : undefined);
    },
    refuseNextPosts: (seconds, times = 1) => throttle.refuseNext(seconds, times),
    refuseNextVotes: (seconds, times = 1) => votes.refuseNext(seconds, times),
    sockets: () => [...live.sockets].map(describeSocket),
    messages: (roomId) =>
      messagesIn(server, lookups.room(roomId).id).map((message) => snapshotOf(server, message)),
    events: (roomId) =>
      server.events
        .after(0)
        .filter((event) => event.roomId === lookups.room(roomId).id)
        .map((event) => event.wire),
  };
}
