import { once } from 'node:events';
import { WebSocket } from 'ws';
import { onTestFinished } from 'vitest';
import type { WireEvent } from '../../src/stack-exchange/index.js';
import type { Browser, Chat } from './support.js';

export interface RoomNews {
  readonly e?: readonly WireEvent[];
  readonly t?: number;
  readonly d?: number;
  readonly reset?: boolean;
}

export type Frame = Readonly<Record<string, RoomNews>>;

/** A client at the end of a socket. */
export interface Listener {
  readonly socket: WebSocket;
  /** The frames so far. */
  readonly frames: Frame[];
  /** The events so far, whatever the room. */
  events(): WireEvent[];
  /** Resolves when there are so many frames. */
  framesReach(count: number): Promise<void>;
  /** The code with which the socket is closed. */
  readonly closed: Promise<number>;
}

/** A fresh address for a socket, as `/ws-auth` gives it. */
export async function socketAddress(browser: Browser, roomId: number): Promise<string> {
  const { json } = await browser.post('/ws-auth', { roomid: roomId });
  return (json as { url: string }).url;
}

/** Opens a socket for a room, resuming after `since`. */
export async function listen(
  chat: Chat,
  browser: Browser,
  how: { readonly roomId?: number; readonly since?: number } = {},
): Promise<Listener> {
  const address = await socketAddress(browser, how.roomId ?? chat.roomId);
  return dial(how.since === undefined ? address : `${address}?l=${how.since}`, chat.emulator.url);
}

/** Opens a socket and waits until it is open. */
export async function dial(address: string, origin: string | undefined): Promise<Listener> {
  const socket = new WebSocket(address, origin === undefined ? {} : { origin });
  onTestFinished(() => socket.terminate());
  const frames: Frame[] = [];
  let noteFrame = (): void => {};
  socket.on('message', (data: Buffer) => {
    frames.push(JSON.parse(data.toString()) as Frame);
    noteFrame();
  });
  socket.on('error', () => {});
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await Promise.race([once(socket, 'open'), closed]);
  return {
    socket,
    frames,
    closed,
    events: () => frames.flatMap((frame) => Object.values(frame).flatMap(({ e = [] }) => e)),
    framesReach: (count) =>
      new Promise((resolve) => {
        noteFrame = () => {
          if (frames.length >= count) resolve();
        };
        noteFrame();
      }),
  };
}

/** The last event id that a client knows before it opens a socket. */
export async function lastEventId(browser: Browser, roomId: number): Promise<number> {
  const { json } = await browser.post(`/chats/${roomId}/events`, { since: 0, mode: 'Messages', msgCount: 1 });
  return (json as { time: number }).time;
}
