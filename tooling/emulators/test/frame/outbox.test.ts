import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import {
  acceptSocket,
  createFrameFaults,
  createManualClock,
  createOutbox,
  type FrameFault,
  type Outbox,
  type RunningServer,
  startServer,
} from '../../src/frame/index.js';

const clock = createManualClock();
const faults = createFrameFaults();

let server: RunningServer;
let outbox: Outbox | undefined;
beforeEach(async () => {
  faults.clear();
  server = await startServer({
    clock,
    routes: () => new Response('plain'),
    upgrade: (request, socket, head) => {
      const accepted = acceptSocket(request, socket, head);
      if (accepted !== undefined) outbox = createOutbox(accepted, faults, clock);
    },
  });
});
afterEach(() => server.close());

/** What a client hears of the texts, after each of which the clock may move; and how its connection ends. */
const hear = async (texts: readonly string[], advanceMs = 0) => {
  const client = new WebSocket(server.url.replace('http', 'ws'));
  const heard: string[] = [];
  client.on('message', (data: Buffer) => heard.push(data.toString()));
  client.on('error', () => {});
  const closed = new Promise<number>((resolve) => client.on('close', resolve));
  await new Promise((resolve) => client.on('open', resolve));
  const sent = texts.map((text) => outbox?.send(text));
  await clock.advance(advanceMs);
  outbox?.send('end');
  const ended = new Promise<undefined>((resolve) => {
    client.on('message', (data: Buffer) => {
      if (data.toString() === 'end') resolve(undefined);
    });
  });
  const code = await Promise.race([closed, ended]);
  client.terminate();
  return { heard, sent, code };
};

test('without faults everything arrives in order', async () => {
  expect(await hear(['one', 'two'])).toEqual({
    heard: ['one', 'two', 'end'],
    sent: [true, true],
    code: undefined,
  });
});

const spoiled: readonly (readonly [FrameFault, readonly string[], readonly boolean[]])[] = [
  [{ kind: 'lose' }, ['two', 'end'], [false, true]],
  [{ kind: 'duplicate' }, ['one!', 'one!', 'two', 'end'], [true, true]],
  [{ kind: 'swap' }, ['two', 'one!', 'end'], [true, true]],
  [{ kind: 'garble' }, ['on', 'two', 'end'], [false, true]],
  [{ kind: 'insert', text: 'zero' }, ['zero', 'one!', 'two', 'end'], [true, true]],
  [{ kind: 'replace', text: 'other' }, ['other', 'two', 'end'], [false, true]],
  [{ kind: 'delay', ms: 50 }, ['two', 'one!', 'end'], [true, true]],
];

test.each(spoiled)('%j spoils one message', async (fault, heard, sent) => {
  faults.add({ fault });
  expect(await hear(['one!', 'two'], 50)).toEqual({ heard, sent, code: undefined });
});

test.each(['close', 'reset', 'half'] as const)(
  'a cut by %s ends the connection in place of the message',
  async (how) => {
    faults.add({ match: (text) => text === 'two', fault: { kind: 'cut', how } });
    expect(await hear(['one', 'two'])).toEqual({ heard: ['one'], sent: [true, false], code: 1006 });
  },
);

test('a rule skips, counts, and can be taken back', async () => {
  const takeBack = faults.add({
    match: (text) => text.startsWith('x'),
    fault: { kind: 'lose' },
    skip: 1,
    times: 2,
  });
  expect((await hear(['x1', 'y', 'x2', 'x3', 'x4'])).heard).toEqual(['x1', 'y', 'x4', 'end']);
  faults.add({ fault: { kind: 'lose' }, times: 0 });
  takeBack();
  const takeBackToo = faults.add({ fault: { kind: 'lose' }, times: Infinity });
  takeBackToo();
  expect((await hear(['x1'])).heard).toEqual(['x1', 'end']);
});
