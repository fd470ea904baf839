import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { collect, createSlackWeb, type SlackWeb } from '../src/index.js';
import { behaviour } from './behaviours.js';
import { setUpWeb, type SlackEmulator } from './setup.js';

const sent = ({ control }: SlackEmulator): Record<string, string>[] =>
  control.requests.all.map(({ text }) => Object.fromEntries(new URLSearchParams(text)));

/** A service that answers one page after the other. */
function serving(...pages: object[]): { readonly web: SlackWeb; readonly asked: Record<string, string>[] } {
  const asked: Record<string, string>[] = [];
  const web = createSlackWeb({
    token: 'xoxb-1',
    rateLimit: 'retry',
    fetch: async (_url, init) => {
      asked.push(Object.fromEntries(new URLSearchParams(init?.body as URLSearchParams)));
      return Response.json({ ok: true, ...pages[asked.length - 1] });
    },
  });
  return { web, asked };
}

const upTo = (next_cursor: string): object => ({ response_metadata: { next_cursor } });

describe('a list', () => {
  test(behaviour(132), async () => {
    const { emulator, web } = await setUpWeb();
    const args = Object.freeze({ limit: 2 });
    const options = Object.freeze({});
    const all = await collect(web, 'users.list', args, options).toArray();
    expect(all.length).toBeGreaterThan(4);
    expect(sent(emulator).every(({ limit }) => limit === '2')).toBe(true);
    expect([args, options]).toEqual([{ limit: 2 }, {}]);
  });

  test(behaviour(132, 'from a cursor on'), async () => {
    const { web } = await setUpWeb();
    const all = await collect(web, 'users.list', { limit: 2 }).toArray();
    let cursor: string | undefined;
    for await (const page of collect(web, 'users.list', { limit: 2 }).pages()) {
      cursor = page.response_metadata?.next_cursor;
      break;
    }
    const rest = await collect(web, 'users.list', { limit: 2, cursor }).toArray();
    expect(rest).toEqual(all.slice(2));
  });

  test.each([
    ['at once', (): boolean => true, 1],
    ['never', (): boolean => false, Infinity],
    ['at the second page', (pages: number): boolean => pages === 2, 2],
  ])(behaviour(132, 'until its reader stops: %s'), async (_when, stops, most) => {
    const { emulator, web } = await setUpWeb();
    let pages = 0;
    for await (const page of collect(web, 'users.list', { limit: 1 }).pages()) {
      pages += page.members.length;
      if (stops(pages)) break;
    }
    expect(pages).toBe(Math.min(most, emulator.control.users().length));
    expect(emulator.control.requests.all).toHaveLength(pages);
  });

  test('ends at an absent, empty or null cursor, and not at an empty page', async () => {
    for (const last of [{}, upTo(''), { response_metadata: { next_cursor: null } }]) {
      const { web, asked } = serving(
        { members: [], ...upTo('a=') },
        { members: [{ id: 'U1' }], ...upTo('b=') },
        { members: [], ...last },
      );
      const users = await collect(web, 'users.list').toArray();
      expect(users).toEqual([{ id: 'U1' }]);
      expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, 'a=', 'b=']);
    }
  });

  test('that is an object gives names and values', async () => {
    const { web } = serving({ emoji: { bowtie: 'https://a', party: 'alias:bowtie' }, categories: [{}] });
    expect(await collect(web, 'emoji.list').toArray()).toEqual([
      ['bowtie', 'https://a'],
      ['party', 'alias:bowtie'],
    ]);
    const bill = serving({ billable_info: { U1: { billing_active: true } }, ...upTo('') });
    expect(await collect(bill.web, 'team.billableInfo').toArray()).toEqual([
      ['U1', { billing_active: true }],
    ]);
  });

  test('may stand within an object, and have numbered pages', async () => {
    const { emulator, web } = await setUpWeb();
    const { channelName, userName, userToken: token } = emulator.credentials;
    for (let number = 1; number <= 5; number += 1)
      emulator.control.say(channelName, userName, `needle ${number}`);
    const found = await collect(web, 'search.messages', { query: 'needle', count: 2, token }).toArray();
    expect(found.map(({ text }) => text).toSorted((one = '', two = '') => one.localeCompare(two))).toEqual(
      [1, 2, 3, 4, 5].map((number) => `needle ${number}`),
    );
    expect(sent(emulator).map(({ page }) => page)).toEqual([undefined, '2', '3']);
  });

  test('of files has numbered pages', async () => {
    const { web, asked } = serving(
      { files: [{ id: 'F1' }], paging: { count: 1, total: 2, page: 1, pages: 2 } },
      { files: [{ id: 'F2' }], paging: { count: 1, total: 2, page: 2, pages: 2 } },
    );
    expect(await collect(web, 'files.list').toArray()).toEqual([{ id: 'F1' }, { id: 'F2' }]);
    expect(asked).toEqual([{ count: '100' }, { count: '100', page: '2' }]);
  });
});

describe('a cursor that has expired', () => {
  const expire = (emulator: SlackEmulator): void => {
    emulator.control.faults.add({
      match: { where: ({ text }) => text.includes('cursor=') },
      fault: { kind: 'status', status: 200, body: '{"ok":false,"error":"invalid_cursor"}' },
    });
  };

  test('is told', async () => {
    const { emulator, web } = await setUpWeb();
    expire(emulator);
    const error = await rejection(collect(web, 'users.list', { limit: 2 }).toArray());
    expect(error).toMatchObject({ kind: 'refused', code: 'invalid_cursor' });
    expect(emulator.control.requests.all).toHaveLength(2);
  });

  test('makes the list begin anew, once, where asked to', async () => {
    const { emulator, web } = await setUpWeb();
    const all = await collect(web, 'users.list', { limit: 2 }).toArray();
    expire(emulator);
    const again = await collect(web, 'users.list', { limit: 2 }, { restart: true }).toArray();
    expect(again).toEqual([...all.slice(0, 2), ...all]);
    emulator.control.faults.add({
      match: { where: ({ text }) => text.includes('cursor=') },
      fault: { kind: 'status', status: 200, body: '{"ok":false,"error":"invalid_cursor"}' },
      times: Infinity,
    });
    const error = await rejection(collect(web, 'users.list', { limit: 2 }, { restart: true }).toArray());
    expect(error).toMatchObject({ code: 'invalid_cursor' });
  });
});
