import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { createQueue, type Queue } from '../../src/live.js';

const queueOf = <T>(limit?: number): Queue<T> =>
  createQueue<T>({ limit, tooSlow: (most) => new Error(`more than ${most}`) });

async function collect<T>(queue: Queue<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of queue) items.push(item);
  return items;
}

test('items come in order, those that were there before and those that come later', async () => {
  const queue = queueOf<number>();
  queue.push(1);
  queue.push(2);
  const reading = collect(queue);
  await new Promise(setImmediate);
  queue.push(3);
  queue.end();
  expect(await reading).toEqual([1, 2, 3]);
});

test('an end with an error comes after what was there, once', async () => {
  const queue = queueOf<number>();
  queue.push(1);
  queue.end(new Error('over'));
  queue.push(2);
  expect(await queue.next()).toEqual({ done: false, value: 1 });
  expect(await rejection(queue.next())).toEqual(new Error('over'));
  expect(await queue.next()).toEqual({ done: true, value: undefined });
});

test('a reader who falls too far behind gets what is there, and then an error', async () => {
  const queue = queueOf<number>(3);
  for (let number = 0; number < 10; number += 1) queue.push(number);
  const seen: number[] = [];
  const error = await rejection(
    (async () => {
      for await (const item of queue) seen.push(item);
    })(),
  );
  expect(seen).toEqual([0, 1, 2]);
  expect(error).toEqual(new Error('more than 3'));
});

test('who has left gets nothing any more, not even the error that was to come', async () => {
  const queue = queueOf<number>(1);
  queue.push(1);
  queue.push(2);
  await queue.return?.();
  expect(await queue.next()).toEqual({ done: true, value: undefined });
});

test('the limit counts what is unread, not what has come', async () => {
  const queue = queueOf<number>(2);
  for (let number = 0; number < 1000; number += 1) {
    queue.push(number);
    expect(await queue.next()).toEqual({ done: false, value: number });
  }
});

test('what is beyond the limit makes no reader too slow, and leaves the room that there was', async () => {
  const queue = queueOf<number>(2);
  queue.push(0);
  for (const item of [1, 2, 3]) queue.push(item, true);
  queue.push(4);
  queue.push(5);
  const seen: number[] = [];
  const error = await rejection(
    (async () => {
      for await (const item of queue) seen.push(item);
    })(),
  );
  expect(seen).toEqual([0, 1, 2, 3, 4]);
  expect(error).toEqual(new Error('more than 2'));
});

test('when all is read, the limit is what it was, whatever came beyond it', async () => {
  const queue = queueOf<number>(1);
  for (const item of [1, 2, 3]) queue.push(item, true);
  for (const item of [1, 2, 3]) expect(await queue.next()).toEqual({ done: false, value: item });
  const waiting = queue.next();
  queue.push(4);
  queue.push(5);
  expect(await waiting).toEqual({ done: false, value: 4 });
  await expect(queue.next()).rejects.toThrow('more than 1');
});

test('leaving the loop ends the queue and tells of it, once', async () => {
  let ends = 0;
  const queue = createQueue<number>({ tooSlow: () => new Error('slow'), onEnd: () => (ends += 1) });
  queue.push(1);
  queue.push(2);
  for await (const item of queue) if (item === 1) break;
  queue.end();
  queue.push(3);
  expect(ends).toBe(1);
  expect(await queue.next()).toEqual({ done: true, value: undefined });
});

test('all who wait are told of the end', async () => {
  const queue = queueOf<number>();
  const waiting = Promise.all([queue.next(), queue.next(), queue.next()]);
  queue.push(1);
  queue.end();
  expect((await waiting).filter(({ done }) => done !== true)).toEqual([{ done: false, value: 1 }]);
});

test('a hundred thousand items take no time that grows with their number', async () => {
  const queue = queueOf<number>(Infinity);
  const count = 100_000;
  for (let number = 0; number < count; number += 1) queue.push(number);
  queue.end();
  let sum = 0;
  for await (const item of queue) sum += item;
  expect(sum).toBe((count * (count - 1)) / 2);
});

test('a reader who is always a little behind leaves no trace of what was read', async () => {
  const weak: WeakRef<object>[] = [];
  const queue = queueOf<object>();
  const push = (): void => {
    const item = {};
    weak.push(new WeakRef(item));
    queue.push(item);
  };
  push();
  for (let round = 0; round < 20_000; round += 1) {
    push();
    await queue.next();
  }
  const kept = await collected(weak);
  expect(kept).toBeLessThan(1000);
});

/** How many of the things are still there when the garbage was collected. */
async function collected(things: readonly WeakRef<object>[]): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  await new Promise((resolve) => setTimeout(resolve, 10));
  collectGarbage();
  return things.filter((thing) => thing.deref() !== undefined).length;
}
