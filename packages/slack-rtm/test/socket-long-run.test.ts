import { setImmediate as nextTurn } from 'node:timers/promises';
import { createManualClock } from '@x/emulators/frame';
import { expect, test } from 'vitest';
import { compareTs } from '../src/index.js';
import type { SlackEmulator } from './setup.js';
import { setUpSocket } from './socket-setup.js';

/** In their order, and as they come: for the latter fewer will do. */
const runs = [
  { inOrder: true, messageCount: 100_000, lossCount: 50 },
  { inOrder: false, messageCount: 10_000, lossCount: 10 },
] as const;

type SocketMode = SlackEmulator['control']['socketMode'];

const one = (socketMode: SocketMode): { readonly connectionId?: string } => {
  const [first] = socketMode.connections();
  return first === undefined ? {} : { connectionId: first.id };
};

/** Every way in which connections end, or become useless, and how many seconds pass until it is over. */
const losses: Readonly<Record<string, readonly [(emulator: SlackEmulator) => void, number]>> = {
  close: [({ control }) => control.socketMode.cut('close', { ...one(control.socketMode), code: 1011 }), 12],
  drop: [({ control }) => control.socketMode.cut('drop', one(control.socketMode)), 12],
  reset: [({ control }) => control.socketMode.cut('reset', one(control.socketMode)), 12],
  'half a frame': [({ control }) => control.socketMode.cut('half frame', one(control.socketMode)), 12],
  silence: [({ control }) => control.socketMode.cut('silence', one(control.socketMode)), 45],
  'no pongs': [({ control }) => control.socketMode.cut('no pongs', one(control.socketMode)), 45],
  recycling: [({ control }) => control.socketMode.refresh(one(control.socketMode).connectionId), 12],
  'no greeting after it': [
    ({ control }) => {
      control.frameFaults.add({ match: (text) => text.includes('"hello"'), fault: { kind: 'lose' } });
      control.socketMode.cut('drop', one(control.socketMode));
    },
    30,
  ],
  'a refused handshake after it': [
    ({ control }) => {
      control.faults.add({ match: { upgrade: true }, fault: { kind: 'refuse', status: 409 } });
      control.socketMode.cut('reset', one(control.socketMode));
    },
    15,
  ],
  'all at once': [({ control }) => control.socketMode.cut('drop'), 90],
};

test.each(runs)(
  'of $messageCount messages $lossCount losses keep none back and double none; in order: $inOrder',
  async ({ inOrder, messageCount, lossCount }) => {
    const clock = createManualClock();
    const { emulator, slack } = await setUpSocket({ clock, connections: 2, inOrder }, { clock });
    const { control, credentials } = emulator;
    const { channelId, userName } = credentials;
    const heard: string[] = [];
    slack.on('message', ({ channel, ts }) => {
      if (channel === channelId) heard.push(ts);
    });

    /** Lets time pass, and what is on its way arrive. */
    async function pass(seconds: number): Promise<void> {
      for (let step = 0; step < 2 * seconds; step += 1) {
        await clock.advance(500);
        for (let turn = 0; turn < 6; turn += 1) await nextTurn();
      }
    }

    let said = 0;
    async function talk(count: number): Promise<void> {
      for (let index = 0; index < count; index += 1) {
        control.say(channelId, userName, `number ${said}`);
        said += 1;
        if (index % 50 === 0) await nextTurn();
      }
      await nextTurn();
    }

    const connecting = slack.connect();
    await expect.poll(() => slack.state).toBe('ready');
    await connecting;
    await expect.poll(() => control.socketMode.connections().length).toBe(2);
    const before = control.messages(channelId).length;
    const sends: Promise<{ readonly ts: string; readonly text: string }>[] = [];
    const each = messageCount / lossCount;
    for (let loss = 0; loss < lossCount; loss += 1) {
      const names = Object.keys(losses);
      const [lose, seconds] = losses[names[loss % names.length] ?? 'drop'] ?? [() => undefined, 0];
      await talk(each / 2);
      sends.push(slack.send(channelId, `sent in loss ${loss}`));
      lose(emulator);
      await talk(each / 2);
      await pass(seconds);
      await expect
        .poll(async () => {
          await pass(1);
          return control.socketMode.connections().length;
        })
        .toBe(2);
    }
    const sent = await Promise.all(sends);
    await pass(5);
    const truth = control.messages(channelId).slice(before);
    expect(said).toBe(messageCount);
    expect(heard).toHaveLength(truth.length);
    // Without it they come as they are delivered, those of a connection that was lost later.
    const order = inOrder ? heard : heard.toSorted(compareTs);
    expect(order).toEqual(truth.map(({ ts }) => ts));
    const stored = new Map(truth.map(({ ts, text }) => [ts, text]));
    for (const { ts, text } of sent) expect(stored.get(ts)).toBe(text);
    expect(new Set(control.socketMode.deliveries().map(({ state }) => state))).toEqual(
      new Set(['acknowledged']),
    );
  },
  120_000,
);
