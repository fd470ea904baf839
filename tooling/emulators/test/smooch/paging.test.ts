import { describe, expect, test } from 'vitest';
import { messages, withUser } from './saying.js';
import { at, listAt, textAt } from '../json.js';
import { type Api } from './support.js';

describe('pages of messages', () => {
  const post = async (api: Api, count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) {
      await api.clock.advance(250);
      api.emulator.control.user('a').sends({ text: String(index) });
    }
  };
  const texts = (body: unknown): string[] =>
    listAt(body, 'messages').map((message) => textAt(message, 'text'));
  const range = (from: number, to: number): string[] =>
    Array.from({ length: to - from }, (_, index) => String(from + index));

  test('hold the newest 100, oldest first, and lead to the older ones', async () => {
    const api = await withUser();
    await post(api, 230);
    const newest = await api.call('GET', messages);
    expect(newest.headers.get('poll-interval')).toBe('30');
    expect(texts(newest.body)).toEqual(range(130, 230));
    expect(newest.body).not.toHaveProperty('next');

    const previous = textAt(newest.body, 'previous');
    expect(previous.startsWith(`${api.emulator.url}${messages}?before=`)).toBe(true);
    const older = await api.call('GET', previous.slice(api.emulator.url.length));
    expect(texts(older.body)).toEqual(range(30, 130));

    const oldestReceived = at(older.body, 'messages', 0, 'received') as number;
    const oldest = await api.call('GET', `${messages}?before=${oldestReceived}`);
    expect(texts(oldest.body)).toEqual(range(0, 30));
    expect(oldest.body).not.toHaveProperty('previous');
    expect(textAt(oldest.body, 'next')).toBe(`${api.emulator.url}${messages}?after=${oldestReceived}`);
  });

  test('begin right after a time, the bound excluded', async () => {
    const api = await withUser();
    await post(api, 5);
    const all = listAt((await api.call('GET', messages)).body, 'messages');
    const { body } = await api.call('GET', `${messages}?after=${String(at(all, 1, 'received'))}`);
    expect(texts(body)).toEqual(range(2, 5));
  });

  test('refuse both bounds at once, and bounds that are no time', async () => {
    const api = await withUser();
    await post(api, 1);
    for (const query of ['before=1&after=2', 'before=soon', 'after=-1']) {
      expect((await api.call('GET', `${messages}?${query}`)).status).toBe(400);
    }
  });
});
