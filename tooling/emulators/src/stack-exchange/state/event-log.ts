import type { WireEvent } from './wire-event.js';

/** Something that happened, and who is told. */
export interface ChatEvent {
  readonly id: number;
  readonly roomId: number;
  /** The only one who is told, wherever they are; undefined when all in the room are. */
  readonly onlyFor: number | undefined;
  readonly wire: WireEvent;
}

/** An event before it has its id. */
export interface EventDraft {
  readonly roomId: number;
  readonly onlyFor?: number;
  readonly wire: (id: number) => WireEvent;
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
  /** Forgets everything up to now. */
  forget(): void;
  onAppend(listener: (events: readonly ChatEvent[]) => void): void;
}

export function createEventLog(firstId: number, retained: number): EventLog {
  let newestId = firstId;
  let oldestResumableId = firstId;
  let events: ChatEvent[] = [];
  const listeners: ((events: readonly ChatEvent[]) => void)[] = [];
  return {
    get newestId() {
      return newestId;
    },
    get oldestResumableId() {
      return oldestResumableId;
    },
    append(drafts) {
      const added = drafts.map(({ roomId, onlyFor, wire }): ChatEvent => {
        newestId += 1;
        return { id: newestId, roomId, onlyFor, wire: wire(newestId) };
      });
      events.push(...added);
      const surplus = events.splice(0, Math.max(0, events.length - retained));
      oldestResumableId = surplus.at(-1)?.id ?? oldestResumableId;
      for (const listener of listeners) listener(added);
    },
    after: (id) => events.filter((event) => event.id > id),
    forget() {
      events = [];
      oldestResumableId = newestId;
    },
    onAppend(listener) {
      listeners.push(listener);
    },
  };
}
