import { expect, test } from 'vitest';
import type { ChatStateEvent } from '../src/index.js';
import { cuts, spoils, type Cut } from './cuts.js';
import { accountOf, connect, connectTo, createFastClock, somebodyElse } from './emulator.js';
import { hear, noteTruth } from './long-run.js';

const roomIds = [1, 12] as const;

/** Lets sockets breathe. */
const breath = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

test.each([
  { eventCount: 100_000, lossCount: 50, resetCount: 5, resumes: 'own' },
  { eventCount: 10_000, lossCount: 20, resetCount: 2, resumes: 'all' },
] as const)(
  'of $eventCount events $lossCount losses, $resetCount resets and lost sessions keep none back and double none, where a socket resumes $resumes rooms',
  async ({ eventCount, lossCount, resetCount, resumes }) => {
    const { emulator, chat } = await connect(
      { clock: createFastClock(40), timeoutMs: 60_000 },
      { keepAliveMs: 100, retainedEvents: 3 * eventCount, resumes },
    );
    const { control } = emulator;
    const me = accountOf(emulator).id;
    const speaker = somebodyElse(emulator);
    const states: ChatStateEvent[] = [];
    chat.on('state', (event) => states.push(event));
    const rooms = roomIds.map((id) => chat.getRoom(id));
    for (const room of rooms) await room.join();
    const heard = rooms.map((room) => hear(chat, room));
    const truths = roomIds.map((id) => noteTruth(emulator, id, me));
    const own = await Promise.all(rooms.map((room) => room.sendMessage('here I am')));
    const other = connectTo(emulator, { clock: createFastClock(40), timeoutMs: 60_000 }, 1);

    /** Says so much, some of it to the account. */
    let said = 0;
    async function talk(count: number): Promise<void> {
      for (let index = 0; index < count; index += 1) {
        const at = said % 3 === 0 ? 1 : 0;
        const options = said % 50 === 0 ? { replyTo: own[at]?.id ?? 0 } : {};
        control.say(roomIds[at] ?? 1, speaker, `number ${said}`, options);
        said += 1;
        if (index % 20 === 0) await breath();
      }
    }

    let acts = 0;
    /** Does what is more than words. */
    async function act(): Promise<void> {
      for (const id of roomIds) {
        const message = await other.getRoom(id).sendMessage(`of ${said} ${id}`);
        await message.edit(`of ${said}, and ${id}`);
        // It looks first, at a page that grows with what is said.
        if (acts < 3) await other.getMessage(own[id === 1 ? 0 : 1]?.id ?? 0).star(acts % 2 === 0);
        await message.delete();
        await other.getRoom(id).join();
        await other.getRoom(id).leave();
      }
      acts += 1;
    }

    const isVia = (via: 'socket' | 'poll'): Promise<void> =>
      expect.poll(() => states.at(-1), { timeout: 30_000, interval: 5 }).toMatchObject({ to: 'ready', via });
    const some = Math.floor(eventCount / (lossCount + Object.keys(spoils).length) / 2);

    async function lose(cut: Cut): Promise<void> {
      await isVia('socket');
      await talk(some);
      const since = states.length;
      cut(emulator);
      await talk(some);
      await expect.poll(() => states.length, { timeout: 30_000, interval: 5 }).toBeGreaterThan(since);
      await talk(some / 4);
    }

    const ways = Object.values(cuts);
    for (let loss = 0; loss < lossCount; loss += 1) {
      const cut = ways[loss % ways.length] ?? cuts['no close frame'];
      if (cut !== undefined) await lose(cut);
      if (loss % 5 === 0) await act();
      if (loss % (lossCount / resetCount) === 5) {
        await lose(() => {
          control.cut('drop');
          for (const id of roomIds) control.say(id, speaker, 'before the reset');
          for (const truth of truths) truth.note();
          control.reset();
        });
      }
      if (loss % 25 === 12) {
        await lose(() => {
          control.socketsRefused(true);
          control.cut('drop');
        });
        await isVia('poll');
        await talk(some);
        if (loss === 12) control.expireSessions();
        await talk(some);
        control.socketsRefused(false);
      }
    }
    for (const spoil of Object.values(spoils)) {
      await isVia('socket');
      spoil(emulator);
      await talk(some);
    }
    await isVia('socket');
    await talk(Math.max(0, eventCount - said));
    control.faults.clear();
    control.frameFaults.clear();
    await talk(1);
    for (const truth of truths) truth.note();

    for (const [index, room] of rooms.entries()) {
      const { ids, messages, gaps } = heard[index] ?? { ids: [], messages: [], gaps: [] };
      const events = truths[index]?.events ?? [];
      const posted = events.filter(({ event_type: type }) => type === 1);
      await expect.poll(() => messages.length, { timeout: 20_000 }).toBe(posted.length);
      expect(messages).toEqual(posted.map(({ message_id: id }) => id));
      const inGap = (id: number): boolean =>
        gaps.some(({ gap }) => id > gap.afterId && id <= (gap.untilId ?? Infinity));
      expect(ids).toEqual(events.map(({ id }) => id).filter((id) => !inGap(id)));
      expect(gaps.length).toBeGreaterThanOrEqual(resetCount);
      for (const { gap, lastId } of gaps) {
        expect(gap).toMatchObject({ room, complete: true });
        expect(gap.afterId).toBeGreaterThanOrEqual(lastId);
        expect(gap.fromMs).toBeLessThanOrEqual(gap.untilMs);
      }
    }
    expect(states.filter(({ to }) => to === 'closed' || to === 'idle')).toEqual([]);
    expect(states.filter(({ from, to }) => from === 'ready' && to === 'reconnecting').length).toBeGreaterThan(
      lossCount,
    );
    expect(said).toBeGreaterThanOrEqual(eventCount);
  },
  120_000,
);
