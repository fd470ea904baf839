import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import {
  createSmooch,
  integrations,
  messageTemplates,
  type MessageTemplate,
  type MessageTemplatesQuery,
  type Pages,
} from '../src/index.js';
import { connect, sent } from './emulator.js';

const content = (name: string) => ({
  name,
  category: 'UTILITY',
  language: 'en',
  components: [{ type: 'BODY', text: 'Your parcel is here.' }],
});

const names = Array.from({ length: 7 }, (_, index) => `t${index}`);
const namesOf = (found: readonly MessageTemplate[]): string[] => found.map(({ name }) => name);

async function pagesOf<Page>(list: Pages<unknown, Page>): Promise<Page[]> {
  const pages: Page[] = [];
  for await (const page of list.pages()) pages.push(page);
  return pages;
}

async function withWhatsApp(made: readonly string[] = []) {
  const connected = await connect();
  const { integration } = await integrations(connected.smooch).create({
    type: 'whatsapp',
    deploymentId: 'd',
  });
  const id = integration._id;
  const all = messageTemplates(connected.smooch);
  for (const name of made) await all.create(id, content(name));
  connected.emulator.control.requests.clear();
  return {
    ...connected,
    id,
    all,
    read: async (query?: MessageTemplatesQuery) => namesOf(await all.list(id, query).toArray()),
  };
}

test('a template is handed in, waits for WhatsApp, and is taken away by its name', async () => {
  const { all, id, read } = await withWhatsApp();
  const { messageTemplate } = await all.create(id, content('parcel'));
  expect(messageTemplate).toMatchObject({ ...content('parcel'), status: 'PENDING' });
  expect(messageTemplate.id).toMatch(/^\d+$/);
  expect(await all.list(id).toArray()).toEqual([messageTemplate]);
  expect(await rejection(all.create(id, content('parcel')))).toMatchObject({ code: 'conflict' });
  expect(await all.delete(id, 'parcel')).toBeUndefined();
  expect(await read()).toEqual([]);
  expect(await rejection(all.delete(id, 'parcel'))).toMatchObject({ kind: 'refused', code: 'not_found' });
});

describe.each(['after', 'next'] as const)('where a page names the next one by `%s`', (cursor) => {
  test('the list is read to its end, with what was asked for on each page', async () => {
    const { emulator, read } = await withWhatsApp(names);
    emulator.control.configure({ messageTemplatesCursor: cursor });
    expect(await read({ status: 'PENDING', limit: 3 })).toEqual(names);
    const queries = emulator.control.requests.all.map(({ query }) => [
      query.get('status'),
      query.has(cursor),
    ]);
    expect(queries).toEqual([
      ['PENDING', false],
      ['PENDING', true],
      ['PENDING', true],
    ]);
  });

  test('it goes on from there', async () => {
    const { all, emulator, id, read } = await withWhatsApp(names);
    emulator.control.configure({ messageTemplatesCursor: cursor });
    const pages = await pagesOf(all.list(id, { limit: 3 }));
    expect(pages.map((page) => page.messageTemplates.length)).toEqual([3, 3, 1]);
    const from = pages[0]?.[cursor] ?? '';
    expect(await read({ limit: 100, [cursor]: from })).toEqual(names.slice(3));
  });
});

test('the list is read back from a page, the last one first', async () => {
  const { all, emulator, id, read } = await withWhatsApp(names);
  emulator.control.configure({ messageTemplatesCursor: 'next' });
  const pages = await pagesOf(all.list(id, { limit: 3 }));
  const back = await read({ limit: 2, previous: pages[2]?.previous ?? '' });
  expect(back).toEqual(names.slice(0, 6).toReversed());
});

test('templates are found by name, and none is asked for before the list is read', async () => {
  const { all, emulator, id, read } = await withWhatsApp(['one', 'two']);
  const list = all.list(id, { name: 'two' });
  expect(sent(emulator)).toEqual([]);
  expect(namesOf(await list.toArray())).toEqual(['two']);
  expect(await read({ status: 'APPROVED' })).toEqual([]);
});

test('only integrations with WhatsApp have templates', async () => {
  const { all, smooch } = await withWhatsApp();
  const { integration } = await integrations(smooch).create({ type: 'web' });
  expect(await rejection(all.list(integration._id).toArray())).toMatchObject({ code: 'bad_request' });
});

test.each([
  ['an address', { next: 'https://api.smooch.io/v1.1/x?limit=1&after=c1' }],
  ['a cursor beside the word that there is no more', { after: 'c1', hasMore: false }],
  ['an empty cursor', { after: null, next: '' }],
])('a service that answers %s in place of a cursor is followed as far as it leads', async (_what, rest) => {
  const asked: string[] = [];
  const smooch = createSmooch({
    credential: 'a token',
    async fetch(url) {
      const { search } = new URL(url);
      asked.push(search);
      const more = search.includes('after=c1') ? {} : rest;
      return Response.json({ messageTemplates: [{ id: '1', name: 'one' }], ...more });
    },
  });
  const found = await messageTemplates(smooch).list('i', { status: 'APPROVED' }).toArray();
  const expected = 'next' in rest && rest.next !== '' ? 2 : 1;
  expect(found).toHaveLength(expected);
  expect(asked).toEqual(['?status=APPROVED', '?status=APPROVED&limit=1&after=c1'].slice(0, expected));
});
