import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { createFacts, type Facts } from '../src/model/facts.js';
import { moment } from '../src/model/moment.js';
import { connect, sent } from './emulator.js';

interface Sky {
  readonly sun: string;
  readonly moon: string;
  readonly stars: number;
}

/** Facts from two pages that are answered by hand. */
function watchSky(): {
  readonly facts: Facts<Sky>;
  readonly asked: string[];
  readonly answer: (facts: Partial<Sky>) => Promise<void>;
} {
  const asked: string[] = [];
  const waiting: ((facts: Partial<Sky>) => void)[] = [];
  const page = (name: string) => (): Promise<Partial<Sky>> => {
    asked.push(name);
    return new Promise((resolve) => {
      waiting.push(resolve);
    });
  };
  return {
    asked,
    facts: createFacts<Sky>(() => [
      { keys: ['sun', 'moon'], load: page('day') },
      { keys: ['moon', 'stars'], load: page('night') },
    ]),
    async answer(facts) {
      await expect.poll(() => waiting.length).toBeGreaterThan(0);
      waiting.shift()?.(facts);
    },
  };
}

test('what one source does not tell, the next one is asked for', async () => {
  const { facts, asked, answer } = watchSky();
  const moon = facts.get('moon').then((value) => value);
  await answer({ sun: 'up' });
  await answer({ moon: 'full', stars: 3 });
  expect(await moon).toBe('full');
  expect(asked).toEqual(['day', 'night']);
  expect(facts.known).toEqual({ sun: 'up', moon: 'full', stars: 3 });
});

test('news that come while a page is on its way are newer than the page', async () => {
  const { facts, answer } = watchSky();
  const stars = facts.get('stars').then((value) => value);
  facts.learn({ stars: 4 });
  await answer({ moon: 'full', stars: 3 });
  expect(await stars).toBe(4);
  expect(facts.known).toEqual({ moon: 'full', stars: 4 });
});

test('what is forgotten while a page is on its way is asked for once more', async () => {
  const { facts, asked, answer } = watchSky();
  const stars = facts.get('stars').then((value) => value);
  facts.forget(['stars']);
  await answer({ moon: 'full', stars: 3 });
  await answer({ moon: 'full', stars: 5 });
  expect(await stars).toBe(5);
  expect(asked).toEqual(['night', 'night']);
});

test('a page that was asked for on account of something else says nothing against later news', () => {
  const { facts } = watchSky();
  facts.learn({ moon: 'new' });
  const before = moment();
  facts.learnFromPage(before, { facts: { moon: 'full', stars: 3 } });
  expect(facts.known).toEqual({ moon: 'full', stars: 3 });
  facts.learn({ stars: 4 });
  facts.learnFromPage(before, { facts: { moon: 'full', stars: 3 } });
  expect(facts.known).toEqual({ moon: 'full', stars: 4 });
});

test('refreshing asks again, and does not share what was asked before', async () => {
  const { facts, asked, answer } = watchSky();
  facts.learn({ sun: 'up', moon: 'full' });
  const stars = facts.get('stars').then((value) => value);
  const all = facts.load({ refresh: true });
  await answer({ stars: 3 });
  expect(await stars).toBe(3);
  await answer({ sun: 'down', moon: 'new' });
  await answer({ stars: 5 });
  expect(await all).toEqual({ sun: 'down', moon: 'new', stars: 5 });
  expect(asked).toEqual(['night', 'day', 'night']);
});

test('refreshing asks no source for what another has just told', async () => {
  const { facts, asked, answer } = watchSky();
  const all = facts.load({ refresh: true });
  await answer({ sun: 'up', moon: 'new', stars: 0 });
  expect(await all).toEqual({ sun: 'up', moon: 'new', stars: 0 });
  expect(asked).toEqual(['day']);
});

test('who brings a signal ends their own wait and nobody else’s', async () => {
  const controller = new AbortController();
  let asked = 0;
  const facts = createFacts<Sky>(() => [
    {
      keys: ['sun'],
      load: (call) =>
        new Promise((resolve, reject) => {
          asked += 1;
          call?.signal?.addEventListener('abort', () => {
            reject(call.signal?.reason as Error);
          });
          if (call === undefined) setTimeout(resolve, 1, { sun: 'up' });
        }),
    },
  ]);
  const own = rejection(facts.load({ signal: controller.signal }));
  const other = facts.get('sun').then((value) => value);
  controller.abort('mine');
  expect(await own).toBe('mine');
  expect(await other).toBe('up');
  expect(asked).toBe(2);
});

test('refresh() of an object asks again', async () => {
  const { emulator, chat } = await connect();
  const room = chat.getRoom(1);
  expect(await room.name).toBe('Sandbox');
  room.learn({ name: 'Sandcastle' });
  expect((await room.refresh()).name).toBe('Sandbox');
  const infos = sent(emulator).filter((line) => line === 'GET /rooms/info/1');
  expect(infos).toHaveLength(2);
});

test('what is given with an id is taken as known, and the rest asked for when it is waited for', async () => {
  const { emulator, chat } = await connect();
  const room = chat.getRoom(1, { name: 'Our room', tags: [] });
  expect([await room.name, await room.tags]).toEqual(['Our room', []]);
  expect(sent(emulator)).toEqual([]);
  const user = chat.getUser(7, { name: 'Seven' });
  expect(chat.getUser(7)).toBe(user);
  const message = chat.getMessage(9, { room, owner: user, content: 'hello' });
  expect(message.known).toEqual({ id: 9, room, owner: user, content: 'hello' });
  expect(await message.textContent).toBe('hello');
  expect(sent(emulator)).toEqual([]);
});
