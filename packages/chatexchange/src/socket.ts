import { type Clock, systemClock } from '@x/http-core';
import { openSocket, type Socket } from '@x/http-core/socket';
import { createWebSocket } from '#websocket';
import { ChatExchangeError, fail } from './errors.js';
import type { ChatHttp } from './http.js';
import type { Settings } from './options.js';
import { parseFrame, type Frame } from './parse/frame.js';

/** What opens sockets. */
export interface SocketParts {
  readonly settings: Settings;
  readonly http: ChatHttp;
  /** Told of a frame that cannot be read. */
  readonly unreadable: (bytes: number) => void;
}

/** The socket of a room. */
export interface RoomSocket extends Socket {
  /** Resolves with the first frame, by which the service says that it is ready. */
  readonly first: Promise<void>;
}

const firstFrameMs = 10_000;
const maxFrameBytes = 16 * 1024 * 1024;
/** Above every event id: nothing of what was before is told. */
const nothingBefore = 99_999_999_999;
const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Opens the socket of a room, whose address is asked anew each time, and resumes at the last event that is known. */
export async function openRoomSocket(
  { settings, http, unreadable }: SocketParts,
  room: { readonly id: number; readonly last: number | undefined; readonly signal: AbortSignal },
  onFrame: (frame: Frame) => void,
): Promise<RoomSocket> {
  const { chatRoot, webSocket, agent, silenceMs, transport } = settings;
  const clock: Clock = transport.clock ?? systemClock;
  const answer = await http.post<{ readonly url?: unknown }>(
    '/ws-auth',
    { roomid: room.id },
    { repeatable: true, retries: 0, signal: room.signal },
  );
  const address = checkAddress(Object(answer).url, chatRoot);
  address.searchParams.set('l', `${room.last ?? nothingBefore}`);
  let hasArrived = false;
  let arrived = (): void => undefined;
  const firstFrame = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const socket = await openSocket({
    create: () =>
      webSocket === undefined
        ? createWebSocket(address.href, { origin: new URL(chatRoot).origin, maxFrameBytes, agent })
        : webSocket(address.href),
    onFrame: (data) => {
      const frame = typeof data === 'string' ? readFrame(data) : undefined;
      if (frame === undefined) {
        unreadable(typeof data === 'string' ? data.length : data.binaryBytes);
        return;
      }
      // To resolve a promise again does nothing, and takes as long as all else that is done for a frame.
      if (!hasArrived) arrived();
      hasArrived = true;
      onFrame(frame);
    },
    fail: (kind, code, message) => fail(kind, code, message, { retryable: true }),
    idleMs: silenceMs,
    maxFrameBytes,
    signal: room.signal,
    clock,
  });
  const cancel = clock.after(firstFrameMs, () => {
    socket.end(
      fail('timeout', 'SILENCE', `the service did not greet within ${firstFrameMs} ms`, { retryable: true }),
    );
  });
  const first = Promise.race([
    firstFrame,
    socket.ended.then((reason) => {
      throw reason;
    }),
  ]).finally(cancel);
  first.catch(() => undefined);
  return {
    ended: socket.ended,
    get bufferedAmount() {
      return socket.bufferedAmount;
    },
    send: (text) => {
      socket.send(text);
    },
    close: () => socket.close(),
    end: (reason) => {
      socket.end(reason);
    },
    first,
  };
}

function readFrame(text: string): Frame | undefined {
  try {
    return parseFrame(JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** Only the service's own hosts, and the one that the client was pointed at, are connected to. */
function checkAddress(value: unknown, chatRoot: string): URL {
  const root = new URL(chatRoot);
  if (typeof value === 'string' && URL.canParse(value)) {
    const url = new URL(value);
    // Only what is on this machine is ever asked without encryption, and may call itself by any of its names.
    const isPlain = url.protocol === 'ws:' && root.protocol === 'http:' && loopback.test(url.hostname);
    const isOwn = url.host === root.host || /(^|\.)stackexchange\.com$/.test(url.host);
    if (isPlain || (url.protocol === 'wss:' && isOwn)) return url;
  }
  throw new ChatExchangeError('chatexchange: the service gave the address of a socket that is not its own', {
    service: 'chatexchange',
    kind: 'protocol',
    code: 'UNEXPECTED_ADDRESS',
  });
}
