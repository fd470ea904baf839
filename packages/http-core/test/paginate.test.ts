import { expect, test } from 'vitest';
import { paginate, type Pages } from '../src/index.js';

interface Page {
  readonly items: readonly number[];
  readonly next: string | null;
}

function numbers(pages: Readonly<Record<string, Page>>): { list: Pages<number, Page>; asked: string[] } {
  const asked: string[] = [];
  const load = (cursor = 'first'): Promise<Page> => {
    asked.push(cursor);
    const page = pages[cursor];
    return page === undefined ? Promise.reject(new Error(cursor)) : Promise.resolve(page);
  };
  return {
    list: paginate(
      load,
      (page) => page.items,
      (page) => page.next,
    ),
    asked,
  };
}

const three = {
  first: { items: [1, 2], next: 'b' },
  b: { items: [], next: 'c' },
  c: { items: [3], next: null },
};

test('items come in order, page after page, an empty page included', async () => {
  const { list, asked } = numbers(three);
  expect(asked).toEqual([]);
  const items: number[] = [];
  for await (const item of list) items.push(item);
  expect(items).toEqual([1, 2, 3]);
  expect(asked).toEqual(['first', 'b', 'c']);
});

test('each iteration begins anew', async () => {
  const { list, asked } = numbers(three);
  await list.toArray();
  await list.toArray();
  expect(asked).toEqual(['first', 'b', 'c', 'first', 'b', 'c']);
});

test('a limit asks for no page that it does not need', async () => {
  const { list, asked } = numbers(three);
  expect(await list.toArray(2)).toEqual([1, 2]);
  expect(await list.toArray(0)).toEqual([]);
  expect(asked).toEqual(['first']);
});

test('pages can be had whole', async () => {
  const pages: Page[] = [];
  for await (const page of numbers(three).list.pages()) pages.push(page);
  expect(pages).toEqual([three.first, three.b, three.c]);
});

test('a list that leads in a circle ends', async () => {
  const { list, asked } = numbers({ first: { items: [1], next: 'b' }, b: { items: [2], next: 'b' } });
  expect(await list.toArray()).toEqual([1, 2]);
  expect(asked).toEqual(['first', 'b']);
});

test('a page that fails ends the iteration with its error, after the items before it', async () => {
  const { list } = numbers({ first: { items: [1], next: 'gone' } });
  const items: number[] = [];
  await expect(
    (async () => {
      for await (const item of list) items.push(item);
    })(),
  ).rejects.toThrow('gone');
  expect(items).toEqual([1]);
});
