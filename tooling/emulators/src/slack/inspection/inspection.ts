import type { RecordedRequest, RequestLog } from '../../frame/index.js';
import type { Service } from '../service.js';
import { recycle } from '../socket-mode/lifetime.js';
import type { LoggedFrame } from '../sockets/frame-log.js';
import type { ConnectionCut } from '../sockets/socket-connection.js';
import { sayGoodbye } from '../rtm/lifetime.js';
import { type CapturedFrame, readCapture, replay, type ReplayOptions } from './replay.js';
import {
  type CallFilter,
  describeSocket,
  type FrameFilter,
  isCall,
  isFrame,
  isMeant,
  isRtm,
  type OpenSocket,
  socketsOf,
  type SocketSelector,
} from './selectors.js';
import type { Sightings } from './sightings.js';
import { copyState, putBack, type StoredState } from './snapshots.js';
import { type SlackWorld, viewWorld } from './world-view.js';

const usualPatienceMs = 5_000;

/** How to wait for something. */
export interface Patience {
  /** How long at most, in milliseconds of real time, whatever the emulator's clock says. Default 5,000. */
  readonly timeoutMs?: number;
  /** Whether what has been there before does not count. Default false. */
  readonly fresh?: boolean;
}

/** How connections end. */
export interface Disconnection {
  /** Default `close`. */
  readonly how?: ConnectionCut;
  /** For `close`. Default: none. */
  readonly code?: number;
  /** Announces the end first, by `goodbye` or `warning`, and brings it about so much later. Default: without a word. */
  readonly graceMs?: number;
}

/** What happened over the wires, and what the workspace is like. Waits reject when nothing comes in time. */
export interface SlackInspection {
  /** Everything that there is at this moment, in the shapes of the Web API. */
  world(): SlackWorld;
  /** What went over sockets, both ways, oldest first. */
  frames(filter?: FrameFilter): readonly LoggedFrame[];
  /** The requests that came over HTTP, oldest first. `requests` has them all, and handshakes besides. */
  calls(filter?: CallFilter): readonly RecordedRequest[];
  /** An open socket of RTM or Socket Mode. */
  waitForConnection(selector?: SocketSelector, patience?: Patience): Promise<OpenSocket>;
  waitForFrame(filter?: FrameFilter, patience?: Patience): Promise<LoggedFrame>;
  waitForRequest(filter?: CallFilter, patience?: Patience): Promise<RecordedRequest>;
  /** Sends something of one's own over sockets: an object as JSON, a text or bytes as they are. The result is over how many. */
  sendRaw(target: SocketSelector, data: object | string | Uint8Array): number;
  /** Ends sockets of RTM and Socket Mode. The result is how many. */
  disconnect(selector?: SocketSelector, how?: Disconnection): number;
  /** Makes all addresses of sockets useless that were given out so far, those of `reconnect_url` included. */
  expireAddresses(): void;
  /** Sends a captured session: frames, or a folder of files named by when they were captured. Resolves when the last one has left. */
  replay(captured: readonly CapturedFrame[] | string, options?: ReplayOptions): Promise<void>;
  /** What the workspace is like now, for `restore`: what people and apps have made, but no connections and no switches. */
  snapshot(): SlackSnapshot;
  /** Makes the workspace what it was. Nobody is told; connections whose tokens were not there yet end. */
  restore(snapshot: SlackSnapshot): void;
}

/** The workspace at one time. */
export class SlackSnapshot {
  readonly #state: StoredState;

  constructor(state: StoredState) {
    this.#state = state;
  }

  /** Only for the emulator. */
  static stateOf(snapshot: SlackSnapshot): StoredState {
    return snapshot.#state;
  }
}

export function createInspection(
  service: Service,
  requests: RequestLog,
  arrivals: Sightings<RecordedRequest>,
): SlackInspection {
  const { frames, opened, hub, links, store } = service;
  const calls: SlackInspection['calls'] = (filter = {}) =>
    requests.matching({ upgrade: false, where: (request) => isCall(request, filter) });
  return {
    world: () => viewWorld(service),
    frames: (filter = {}) => frames.all.filter((logged) => isFrame(logged, filter)),
    calls,
    async waitForConnection(selector = {}, { timeoutMs = usualPatienceMs, fresh = false } = {}) {
      const [open] = fresh ? [] : socketsOf(service, selector);
      return describeSocket(
        open ??
          (await opened.next(
            (socket) => isMeant(describeSocket(socket), selector),
            timeoutMs,
            'A connection',
          )),
      );
    },
    async waitForFrame(filter = {}, { timeoutMs = usualPatienceMs, fresh = false } = {}) {
      const known = fresh ? undefined : frames.all.find((logged) => isFrame(logged, filter));
      return known ?? frames.sightings.next((logged) => isFrame(logged, filter), timeoutMs, 'A frame');
    },
    async waitForRequest(filter = {}, { timeoutMs = usualPatienceMs, fresh = false } = {}) {
      const [known] = fresh ? [] : calls(filter);
      return known ?? arrivals.next((request) => isCall(request, filter), timeoutMs, 'A request');
    },
    sendRaw(target, data) {
      const sockets = socketsOf(service, target);
      const isRaw = typeof data === 'string' || data instanceof Uint8Array;
      for (const socket of sockets) {
        if (isRaw) socket.sendRaw(data);
        else socket.send(Object.fromEntries(Object.entries(data)));
      }
      return sockets.length;
    },
    disconnect(selector = {}, { how = 'close', code, graceMs } = {}) {
      const sockets = socketsOf(service, selector);
      for (const socket of sockets) {
        if (graceMs === undefined) socket.cut(how, code);
        else if (isRtm(socket)) sayGoodbye(service, socket, graceMs);
        else {
          socket.announce('warning');
          service.clock.after(graceMs, () => recycle(socket));
        }
      }
      return sockets.length;
    },
    expireAddresses() {
      hub.tickets.expire();
      links.expireTickets();
    },
    replay: (captured, options) =>
      replay(service, typeof captured === 'string' ? readCapture(captured) : captured, options),
    snapshot: () => new SlackSnapshot(copyState(store)),
    restore: (snapshot) => putBack(service, SlackSnapshot.stateOf(snapshot)),
  };
}
