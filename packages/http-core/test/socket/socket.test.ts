import {
  acceptSocket,
  createManualClock,
  createSystemClock,
  startServer,
  type AcceptedSocket,
} from '@x/emulators/frame';
import { rejection } from '@x/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { ServiceError } from '../../src/index.js';
import { openSocket, type Socket, type SocketOptions } from '../../src/socket.js';

interface Line {
  readonly url: string;
  readonly sides: AcceptedSocket[];
  readonly faults: Awaited<ReturnType<typeof startServer>>['control']['faults'];
}

async function startLine(): Promise<Line> {
  const sides: AcceptedSocket[] = [];
  const server = await startServer({
    clock: createSystemClock(),
    routes: () => new Response('no', { status: 404 }),
    upgrade: (request, socket, head) => {
      const accepted = acceptSocket(request, socket, head);
      if (accepted !== undefined) sides.push(accepted);
    },
  });
  onTestFinished(() => server.close());
  return { url: server.url.replace('http', 'ws'), sides, faults: server.control.faults };
}

type Frame = string | { readonly binaryBytes: number };

async function open(
  line: Line,
  options: Partial<SocketOptions> = {},
): Promise<{ socket: Socket; frames: Frame[]; side: AcceptedSocket }> {
  const frames: Frame[] = [];
  const socket = await openSocket({
    create: () => new WebSocket(line.url),
    onFrame: (frame) => frames.push(frame),
    fail: (kind, code, message) =>
      new ServiceError(message, { service: 'example', kind, code, retryable: true }),
    ...options,
  });
  const side = line.sides.at(-1);
  if (side === undefined) throw new Error('nobody on the other side');
  return { socket, frames, side };
}

describe('a socket', () => {
  test('carries texts both ways, in order', async () => {
    const { socket, frames, side } = await open(await startLine());
    const received: string[] = [];
    side.webSocket.on('message', (data: Buffer) => received.push(data.toString()));
    for (const text of ['a', 'Grüße', '世界']) {
      socket.send(text);
      side.webSocket.send(text);
    }
    await expect.poll(() => [received.length, frames.length]).toEqual([3, 3]);
    expect(received).toEqual(['a', 'Grüße', '世界']);
    expect(frames).toEqual(['a', 'Grüße', '世界']);
    await socket.close();
  });

  test('tells of a frame that is no text, and goes on', async () => {
    const { socket, frames, side } = await open(await startLine());
    side.webSocket.send(new Uint8Array(5));
    side.webSocket.send('text');
    await expect.poll(() => frames).toEqual([{ binaryBytes: 5 }, 'text']);
    await socket.close();
  });

  test('ends at a frame that is too large', async () => {
    const { socket, frames, side } = await open(await startLine(), { maxFrameBytes: 10 });
    side.webSocket.send('x'.repeat(11));
    expect(await socket.ended).toMatchObject({ kind: 'protocol', code: 'FRAME_TOO_LARGE' });
    expect(frames).toEqual([]);
  });

  test.each<[string, (side: AcceptedSocket) => void, object]>([
    [
      'a close by the service',
      ({ webSocket }) => webSocket.close(4001),
      { kind: 'network', code: 'CLOSED_4001' },
    ],
    [
      'a connection that is dropped',
      (side) => side.destroyWithoutClose(),
      { kind: 'network', code: 'CLOSED_1006' },
    ],
    ['a connection that is reset', (side) => side.destroyWithoutClose('reset'), { kind: 'network' }],
    [
      'half a frame',
      (side) => {
        side.sendHalfFrame('half of a frame');
        side.destroyWithoutClose();
      },
      { kind: 'network', code: 'CLOSED_1006' },
    ],
  ])('ends with %s', async (_name, cut, expected) => {
    const { socket, frames, side } = await open(await startLine());
    cut(side);
    expect(await socket.ended).toMatchObject({ ...expected, retryable: true });
    expect(frames).toEqual([]);
    socket.send('nobody hears this');
    await socket.close();
  });

  test('ends with silence, and every frame breaks it', async () => {
    const clock = createManualClock();
    const { socket, frames, side } = await open(await startLine(), { clock, idleMs: 1000 });
    for (let beat = 1; beat <= 3; beat += 1) {
      await clock.advance(900);
      side.webSocket.send('beat');
      await expect.poll(() => frames.length).toBe(beat);
    }
    await clock.advance(999);
    let over = false;
    void socket.ended.then(() => (over = true));
    await clock.advance(0);
    expect(over).toBe(false);
    await clock.advance(1);
    expect(await socket.ended).toMatchObject({ kind: 'timeout', code: 'SILENCE' });
  });

  test('ends with its signal', async () => {
    const controller = new AbortController();
    const { socket } = await open(await startLine(), { signal: controller.signal });
    controller.abort('enough');
    expect(await socket.ended).toBe('enough');
  });

  test('ends for a reason of the caller’s', async () => {
    const { socket, side } = await open(await startLine());
    const closed = new Promise((resolve) => side.webSocket.once('close', resolve));
    socket.end('because');
    expect(await socket.ended).toBe('because');
    await closed;
  });
});

describe('closing', () => {
  test('says good-bye and waits for the answer', async () => {
    const { socket, side } = await open(await startLine());
    const code = new Promise((resolve) => side.webSocket.once('close', resolve));
    await socket.close();
    await socket.close();
    expect(await code).toBe(1000);
  });

  test('does not wait for a peer who ignores it', async () => {
    const clock = createManualClock();
    const { socket, side } = await open(await startLine(), { clock });
    side.ignoreClose();
    let over = false;
    const closing = socket.close().then(() => (over = true));
    await clock.advance(999);
    expect(over).toBe(false);
    await clock.advance(1);
    await closing;
    expect(await socket.ended).toBeUndefined();
  });
});

describe('an attempt', () => {
  test('that is refused fails as a network error', async () => {
    const line = await startLine();
    line.faults.add({ fault: { kind: 'refuse' } });
    expect(await rejection(open(line))).toMatchObject({ kind: 'network', retryable: true });
  });

  test('that nobody answers ends with its signal', async () => {
    const line = await startLine();
    line.faults.add({ fault: { kind: 'hang' } });
    const controller = new AbortController();
    const opening = rejection(open(line, { signal: controller.signal }));
    await expect.poll(() => line.faults.struck['hang']).toBe(1);
    controller.abort('enough');
    expect(await opening).toBe('enough');
  });

  test('with a signal that is aborted already ends at once', async () => {
    expect(await rejection(open(await startLine(), { signal: AbortSignal.abort('never') }))).toBe('never');
  });
});
