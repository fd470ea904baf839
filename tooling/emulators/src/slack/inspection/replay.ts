import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from '../service.js';
import type { Frame } from '../state/events.js';
import { socketsOf, type SocketSelector } from './selectors.js';

/** A frame of a captured session. */
export interface CapturedFrame {
  /** When it was captured, in milliseconds of any clock. */
  readonly at: number;
  readonly frame: Frame;
}

export interface ReplayOptions {
  /** The pauses of the capture, by the emulator's clock, or none at all. Default `original`. */
  readonly spacing?: 'original' | 'at once';
  /** Who is to hear it. Default: all RTM connections that are open when a frame is due. */
  readonly to?: SocketSelector;
}

/** Sends a captured session to connections, and resolves when its last frame has left. */
export async function replay(
  service: Service,
  captured: readonly CapturedFrame[],
  { spacing = 'original', to = { kind: 'rtm' } }: ReplayOptions = {},
): Promise<void> {
  const [first] = captured;
  const begin = service.clock.now();
  for (const { at, frame } of captured) {
    const due = spacing === 'original' ? begin + at - (first?.at ?? 0) : 0;
    await until(service, due);
    for (const socket of socketsOf(service, to)) socket.send(frame);
  }
}

function until({ clock }: Service, due: number): Promise<void> {
  const wait = due - clock.now();
  return wait <= 0 ? Promise.resolve() : new Promise((resolve) => void clock.after(wait, resolve));
}

/** Reads a folder in which each file is one frame as JSON, named by when it was captured: `1485975408.19-user_typing.json`. */
export function readCapture(folder: string): CapturedFrame[] {
  const captured: CapturedFrame[] = [];
  for (const name of readdirSync(folder)) {
    const seconds = /^(\d+(?:\.\d+)?)-.*\.json$/.exec(name)?.[1];
    if (seconds === undefined) continue;
    const value: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    if (typeof value !== 'object' || value === null) throw new TypeError(`${name} holds no frame.`);
    captured.push({ at: Number(seconds) * 1_000, frame: Object.fromEntries(Object.entries(value)) });
  }
  return captured.toSorted((one, other) => one.at - other.at);
}
