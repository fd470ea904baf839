import { type BoundedList, createBoundedList } from '../../frame/index.js';
import { createSightings, type Sightings } from '../inspection/sightings.js';
import type { Frame } from '../state/events.js';

/** Which of the two protocols is spoken over a socket. */
export type SocketKind = 'rtm' | 'socket mode';

/** A frame as it was sent over a socket, by the client or by the emulator. */
export interface LoggedFrame {
  readonly connectionId: string;
  readonly kind: SocketKind;
  readonly from: 'client' | 'emulator';
  /** Milliseconds since 1970 by the emulator's clock. */
  readonly at: number;
  readonly text: string;
  /** What the text says as JSON, or undefined. */
  readonly frame: Frame | undefined;
  /** Whether it is known that it did not arrive. */
  readonly lost: boolean;
}

/** What went over the sockets, both ways. */
export interface FrameLog extends BoundedList<LoggedFrame> {
  readonly sightings: Sightings<LoggedFrame>;
}

export function createFrameLog(limit: number): FrameLog {
  const list = createBoundedList<LoggedFrame>(limit);
  const sightings = createSightings<LoggedFrame>();
  return {
    ...list,
    sightings,
    add(logged) {
      list.add(logged);
      sightings.tell(logged);
    },
  };
}
