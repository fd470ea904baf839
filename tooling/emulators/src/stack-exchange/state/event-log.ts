import type { WireEvent } from './wire-event.js';

/** Who is told: all in the room, everybody on the server, or these people, wherever they are. */
export type Audience = 'room' | 'everybody' | ReadonlySet<number>;

/** Something that happened, and who is told. */
export interface ChatEvent {
  readonly id: number;
  readonly roomId: number;
  readonly audience: Audience;
  /** True for what is told once under each room, not only under its own. */
  readonly underEveryRoom: boolean;
  /** What everybody is told. */
  readonly wire: WireEvent;
  /** What is told to some people instead, by their ids. */
  readonly own: ReadonlyMap<number, WireEvent> | undefined;
}

/** An event before it has its id. */
export interface EventDraft {
  readonly roomId: number;
  /** Default: all in the room. */
  readonly audience?: Audience;
  readonly underEveryRoom?: true;
  readonly wire: (id: number) => WireEvent;
  readonly own?: ReadonlyMap<number, (id: number) => WireEvent>;
}

/** Everything that happened on one chat server, in one sequence of ids for all of its rooms. */
export interface EventLog {
  readonly newestId: number;
  /** Whoever knows no later id than one below this cannot be brought up to date. */
  readonly oldestResumableId: number;
  /** Adds what happened at the same moment, and tells the listeners once. */
  append(drafts: readonly EventDraft[]): void;
  /** Remembered events with a higher id, oldest first. */
  after(id: number): readonly ChatEvent[];
  /** Uses up so many ids for nothing, as things that nobody here is told of do. */
  skip(ids: number): void;
  /** Forgets everything up to now. */
  forget(): void;
  onAppend(listener: (events: readonly ChatEvent[]) => void): void;
}

export function createEventLog(firstId: number, retained: number): EventLog {
  let newestId = firstId;
  let oldestResumableId = firstId;
  let events: ChatEvent[] = [];
  const listeners: ((events: readonly ChatEvent[]) => void)[] = [];

  /** Only when as many again are superfluous, since taking away the first of a long list moves all others. */
  const tidy = (): void => {
    if (events.length >= Math.max(2 * retained, 1)) events = events.slice(events.length - retained);
  };

  return {
    get newestId() {
      return newestId;
    },
    get oldestResumableId() {
      return oldestResumableId;
    },
    append(drafts) {
      const added = drafts.map((draft): ChatEvent => {
        newestId += 1;
        return fromDraft(draft, newestId);
      });
      events.push(...added);
      oldestResumableId = Math.max(oldestResumableId, events.at(-retained - 1)?.id ?? 0);
      tidy();
      for (const listener of listeners) listener(added);
    },
    after: (id) => events.slice(placeAfter(events, Math.max(id, oldestResumableId))),
    skip(ids) {
      newestId += ids;
    },
    forget() {
      events = [];
      oldestResumableId = newestId;
    },
    onAppend(listener) {
      listeners.push(listener);
    },
  };
}

function fromDraft(draft: EventDraft, id: number): ChatEvent {
  const { roomId, audience = 'room', underEveryRoom = false, wire, own } = draft;
  return {
    id,
    roomId,
    audience,
    underEveryRoom,
    wire: wire(id),
    own: own && new Map([...own].map(([userId, ownWire]): [number, WireEvent] => [userId, ownWire(id)])),
  };
}

/** Where the events with a higher id begin. */
function placeAfter(events: readonly ChatEvent[], id: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.id ?? Infinity) <= id) low = middle + 1;
    else high = middle;
  }
  return low;
}
