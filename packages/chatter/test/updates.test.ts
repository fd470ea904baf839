import { createManualClock, type ManualClock } from '@x/emulators';
import type { Clock } from '@x/http-core';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import {
  updates,
  type FeedElement,
  type HttpEvent,
  type Updates,
  type UpdatesOptions,
} from '../src/index.js';
import { setUp, type Setup } from './setup.js';

const minute = 60_000;

interface Followed extends Setup {
  readonly clock: ManualClock;
  readonly news: Updates<FeedElement>;
  readonly iterator: AsyncIterator<FeedElement>;
  /** Lets time pass until a request is sent, at most so much, and waits until it has been answered. */
  readonly poll: (atMostMs?: number) => Promise<void>;
  readonly post: (text: string) => string;
  /** When requests were sent. */
  readonly sent: readonly number[];
}

/** Somebody who follows their news, on a clock that stands still. */
async function follow(options: UpdatesOptions = {}): Promise<Followed> {
  const clock = createManualClock();
  const sent: number[] = [];
  let answered = 0;
  const observe = ({ type }: HttpEvent): void => {
    if (type === 'request') sent.push(clock.now());
    if (type === 'response') answered += 1;
  };
  let pauses = 0;
  const asleep = (): boolean => pauses > 0;
  const watched: Clock = {
    now: () => clock.now(),
    after(ms, callback, hold) {
      // A time limit holds nothing up; the pause between two polls does.
      if (!hold) return clock.after(ms, callback);
      pauses += 1;
      const wake = clock.after(ms, callback);
      return () => {
        pauses -= 1;
        wake();
      };
    },
  };
  /** Waits until the follower waits itself; not for ever, for it may have something to hand out. */
  async function untilAsleep(atMostTurns: number): Promise<void> {
    for (let turn = 0; turn < atMostTurns && !asleep(); turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
  const setup = await setUp({ clock: watched, observe, retries: 0 }, { clock });
  const { emulator, chatter } = setup;
  const news = updates(chatter.feeds.news.me.feed_elements, options);
  return {
    ...setup,
    clock,
    news,
    iterator: news[Symbol.asyncIterator](),
    sent,
    post: (text) => emulator.control.addPost(emulator.credentials.userId, text),
    async poll(atMostMs = 1.1 * minute) {
      const before = sent.length;
      await untilAsleep(1000);
      for (let ms = 0; ms <= atMostMs && asleep(); ms += 1000) await clock.advance(1000);
      await expect
        .poll(() => sent.length > before && answered === sent.length, { interval: 1, timeout: 5000 })
        .toBe(true);
      await untilAsleep(50);
    },
  };
}

const textOf = ({ value }: IteratorResult<FeedElement>): unknown =>
  (value as FeedElement | undefined)?.body.text;

/** How long it was between two. */
const gapsOf = (times: readonly number[]): number[] =>
  times.slice(1).map((time, index) => time - (times[index] ?? 0));

describe('updates', () => {
  test('begin with what changes from now on, at the address that the feed gives', async () => {
    const { emulator, iterator, news, poll, post } = await follow();
    expect(emulator.control.requests.all).toHaveLength(0);
    expect(news.token).toBeUndefined();
    const next = iterator.next();
    await poll();
    expect(news.token).toMatch(/^2:\d+$/);
    post('one');
    await poll();
    expect(textOf(await next)).toBe('one');
    const [first, second] = emulator.control.requests.all;
    expect(first?.target).toMatch(/news\/me\/feed-elements$/);
    expect(second?.target).toMatch(/\/news\/\w{18}\/feed-elements\?updatedSince=2%3A\d+$/);
  });

  test('come in the order in which they happened, each once', async () => {
    const { iterator, poll, post, sent } = await follow();
    const first = iterator.next();
    await poll();
    for (const words of ['one', 'two', 'three']) post(words);
    await poll();
    expect(textOf(await first)).toBe('one');
    expect(textOf(await iterator.next())).toBe('two');
    expect(textOf(await iterator.next())).toBe('three');
    const fourth = iterator.next();
    await poll();
    post('four');
    await poll(2 * minute);
    expect(textOf(await fourth)).toBe('four');
    expect(sent).toHaveLength(4);
  });

  test('are all there, however many pages they fill', async () => {
    const { iterator, poll, post, emulator } = await follow({ query: { pageSize: 2 } });
    const first = iterator.next();
    await poll();
    const words = ['a', 'b', 'c', 'd', 'e'];
    for (const each of words) post(each);
    await poll();
    const seen = [textOf(await first)];
    while (seen.length < 5) seen.push(textOf(await iterator.next()));
    expect(seen).toEqual(words);
    expect(emulator.control.requests.all).toHaveLength(4);
  });

  test('ask once a minute at most, and more seldom while nothing happens', async () => {
    const { iterator, poll, post, sent } = await follow();
    const next = iterator.next();
    for (let round = 0; round < 12; round += 1) await poll(6 * minute);
    const gaps = gapsOf(sent);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(minute);
    expect(gaps[0]).toBeLessThanOrEqual(1.1 * minute);
    expect(gaps.at(-1)).toBeGreaterThanOrEqual(5 * minute);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(5.5 * minute);
    post('at last');
    await poll(6 * minute);
    expect(textOf(await next)).toBe('at last');
    void iterator.next();
    await poll();
    expect(gapsOf(sent).at(-1)).toBeLessThanOrEqual(1.1 * minute);
    await iterator.return?.();
  });

  test('ask as often as they are told to', async () => {
    const { iterator, poll, sent } = await follow({ intervalMs: 20_000, maxIntervalMs: 20_000 });
    void iterator.next();
    for (let round = 0; round < 5; round += 1) await poll(22_000);
    expect(Math.min(...gapsOf(sent))).toBeGreaterThanOrEqual(20_000);
    await iterator.return?.();
  });

  test('go on from a token that was saved, without loss', async () => {
    const { clock, emulator, chatter, iterator, news, poll, post } = await follow();
    const first = iterator.next();
    await poll();
    post('one');
    await poll();
    await first;
    const since = news.token;
    await iterator.return?.();
    post('two');
    post('three');
    // What was posted in the second of a poll is left out of it.
    await clock.advance(2000);
    const later = updates(chatter.feeds.news.me.feed_elements, { since })[Symbol.asyncIterator]();
    const second = later.next();
    await poll();
    expect(textOf(await second)).toBe('two');
    expect(textOf(await later.next())).toBe('three');
    expect(
      emulator.control.requests.all.find(({ query }) => query.get('updatedSince') === since),
    ).toBeDefined();
  });

  test('name a token that loses nothing, and gives nothing twice, while a poll is half handed out', async () => {
    const { chatter, emulator, iterator, news, poll, post } = await follow();
    const first = iterator.next();
    await poll();
    const before = news.token;
    post('one');
    post('two');
    await poll();
    await first;
    const since = news.token;
    const later = updates(chatter.feeds.news.me.feed_elements, { since });
    const next = later[Symbol.asyncIterator]().next();
    await poll();
    expect(textOf(await next)).toBe('two');
    expect(emulator.control.requests.all.at(-1)?.query.get('updatedSince')).toBe(before);
    await iterator.next();
    expect(news.token).toMatch(/^2:\d+$/);
    expect(news.token).not.toBe(before);
    expect(later.token).toBe(news.token);
  });

  test('go on where they were when iterated anew', async () => {
    const { news, poll, post } = await follow();
    const seen: unknown[] = [];
    const read = async (): Promise<void> => {
      for await (const { body } of news) {
        seen.push(body.text);
        break;
      }
    };
    const reading = read();
    await poll();
    post('one');
    post('two');
    await poll();
    await reading;
    const again = read();
    await poll();
    await again;
    expect(seen).toEqual(['one', 'two']);
  });
});

describe('following ends', () => {
  test('while it waits, at once and cleanly', async () => {
    const { iterator, poll } = await follow();
    const next = iterator.next();
    await poll();
    expect(await iterator.return?.()).toEqual({ done: true, value: undefined });
    expect(await next).toEqual({ done: true, value: undefined });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  test('with the reason of its signal', async () => {
    const controller = new AbortController();
    const { iterator, poll } = await follow({ signal: controller.signal });
    const next = rejection(iterator.next());
    await poll();
    controller.abort('enough');
    expect(await next).toBe('enough');
  });

  test('with the error of a call that nothing mends', async () => {
    const { emulator, iterator, poll } = await follow();
    const next = rejection(iterator.next());
    await poll();
    emulator.control.faults.add({ fault: { kind: 'status', status: 403 } });
    await poll();
    expect(await next).toMatchObject({ kind: 'refused', status: 403 });
  });

  test('before it begins for a feed that does not tell its changes', async () => {
    const { chatter } = await setUp();
    const profile = updates(chatter.feeds.user_profile.me.feed_elements);
    expect(await rejection(profile[Symbol.asyncIterator]().next())).toMatchObject({
      kind: 'usage',
      code: 'INVALID_REQUEST',
    });
  });

  test.each([{ intervalMs: 0 }, { intervalMs: 1.5 }, { maxIntervalMs: Number.NaN }])(
    'before it begins with %j',
    async (options) => {
      const { chatter } = await setUp();
      expect(() => updates(chatter.feeds.news.me.feed_elements, options)).toThrow(
        expect.objectContaining({ kind: 'usage' }) as Error,
      );
    },
  );
});

describe('following waits out', () => {
  test('an outage', async () => {
    const pauses: unknown[] = [];
    const { emulator, iterator, poll, post } = await follow({
      onPause: (error, pauseMs) => pauses.push([(error as { kind: string }).kind, pauseMs > minute / 2]),
    });
    const next = iterator.next();
    await poll();
    emulator.control.faults.add({ fault: { kind: 'html', status: 503 } });
    await poll();
    post('after the outage');
    await poll(2 * minute);
    expect(textOf(await next)).toBe('after the outage');
    expect(pauses).toEqual([['http', true]]);
  });

  test('the limit of the hour, for as long as it says', async () => {
    const pauses: number[] = [];
    const { emulator, iterator, poll, post, sent } = await follow({
      onPause: (_error, pauseMs) => pauses.push(pauseMs),
    });
    const next = iterator.next();
    await poll();
    emulator.control.hourlyLimit(0);
    await poll();
    expect(pauses).toEqual([60 * minute]);
    emulator.control.hourlyLimit(undefined);
    post('an hour later');
    await poll(61 * minute);
    expect(gapsOf(sent).at(-1)).toBeGreaterThanOrEqual(60 * minute);
    expect(textOf(await next)).toBe('an hour later');
  });

  test('not the limit of the day', async () => {
    const { emulator, iterator, poll } = await follow();
    const next = rejection(iterator.next());
    await poll();
    emulator.control.dailyLimit(0);
    await poll();
    expect(await next).toMatchObject({ kind: 'rate-limit', status: 403 });
  });
});
