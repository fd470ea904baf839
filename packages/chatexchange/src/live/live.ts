import type { CallOptions } from '@x/http-core';
import { createEmitter, type ConnectionState, type Emitter } from '@x/http-core/live';
import { fail } from '../errors.js';
import type { LiveEventMap } from '../events.js';
import type { ReadEvents } from '../events/read-events.js';
import type { ChatHttp } from '../http.js';
import type { Room } from '../model/room.js';
import type { Settings } from '../options.js';
import { createWatch, type ListenOptions, type Watch } from '../watch.js';

/** How long a call may wait for the connection. */
export type ConnectOptions = Pick<CallOptions, 'signal' | 'timeoutMs'>;

/** The one live connection of a client. */
export interface Live extends Omit<Watch, 'end'> {
  readonly state: ConnectionState;
  /** Whether this room is joined, or any. */
  isJoined(room?: Room): boolean;
  connect(options?: ConnectOptions): Promise<void>;
  join(room: Room, options?: ConnectOptions): Promise<void>;
  leave(room: Room, call?: CallOptions): Promise<void>;
  leaveAll(call?: CallOptions): Promise<void>;
  on<Type extends keyof LiveEventMap>(
    type: Type,
    listener: (event: LiveEventMap[Type]) => unknown,
    options?: ListenOptions,
  ): () => void;
  close(): Promise<void>;
}

/** What the live connection is made of. */
export interface LiveParts {
  readonly settings: Settings;
  readonly http: ChatHttp;
  /** Gives what makes events of what the service sent. */
  readonly loadReader: () => Promise<ReadEvents>;
  readonly roomOf: (id: number) => Room;
  /** Who is logged in, if somebody is. */
  readonly whoAmI: () => Promise<number | undefined>;
}

/** What runs the live connection of a client, from the first room that is joined. */
export type Engine = Omit<Live, 'on' | 'watch' | 'iterate'>;

/** What it is made of. */
export interface EngineParts extends LiveParts {
  readonly emitter: Emitter<LiveEventMap>;
  readonly watching: Watch;
}

/** Takes listeners at once; what runs the connection is loaded with the first room that is joined. */
export function createLive(parts: LiveParts): Live {
  const { onListenerError } = parts.settings;
  const emitter = createEmitter<LiveEventMap>(onListenerError);
  const watching = createWatch({
    emitter,
    join: (room) => withEngine((made) => made.join(room)),
    onError: onListenerError,
  });
  let engine: Engine | undefined;
  let loading: Promise<Engine> | undefined;
  let isClosed = false;

  async function load(): Promise<Engine> {
    try {
      const { createEngine } = await import('./engine.js');
      engine = createEngine({ ...parts, emitter, watching });
      return engine;
    } finally {
      loading = undefined;
    }
  }

  /** At once when it is there; else in the order of the calls, as all wait for the same promise. */
  async function withEngine<T>(use: (made: Engine) => Promise<T>): Promise<T> {
    assertOpen();
    if (engine !== undefined) return use(engine);
    loading ??= load();
    const made = await loading;
    assertOpen();
    return use(made);
  }

  function assertOpen(): void {
    if (isClosed || engine?.state === 'closed') throw fail('closed', 'CLOSED', 'the client was closed');
  }

  return {
    get state() {
      return engine?.state ?? (isClosed ? 'closed' : 'idle');
    },
    isJoined: (room) => engine?.isJoined(room) ?? false,
    connect: (options) => withEngine((made) => made.connect(options)),
    join: (room, options) => withEngine((made) => made.join(room, options)),
    leave: (room, call) => withEngine((made) => made.leave(room, call)),
    leaveAll: (call) => withEngine((made) => made.leaveAll(call)),
    on: (type, listener, options) => emitter.on(type, listener, options),
    watch(room, callback, options) {
      assertOpen();
      return watching.watch(room, callback, options);
    },
    iterate(room, pick) {
      assertOpen();
      return watching.iterate(room, pick);
    },
    async close() {
      if (isClosed) {
        await engine?.close();
        return;
      }
      isClosed = true;
      if (engine !== undefined) {
        await engine.close();
        return;
      }
      emitter.emit('state', { from: 'idle', to: 'closed' });
      watching.end(undefined);
    },
  };
}
