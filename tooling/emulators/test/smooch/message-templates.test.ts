import { expect, test } from 'vitest';
import { listAt, textAt } from '../json.js';
import { startApi } from './support.js';

const names = ['one', 'two', 'three', 'four', 'five'];

/** An integration with WhatsApp that has five templates. */
async function withTemplates() {
  const api = await startApi();
  const made = await api.call('POST', '/v1.1/integrations', {
    json: { type: 'whatsapp', deploymentId: 'd' },
  });
  const path = `/v1.1/integrations/${textAt(made.body, 'integration', '_id')}/messageTemplates`;
  for (const name of names) {
    const json = { category: 'UTILITY', name, language: 'en', components: [] };
    await api.call('POST', path, { json });
  }
  return { ...api, path, get: async (query: string) => (await api.call('GET', `${path}?${query}`)).body };
}

const namesIn = (body: unknown): string[] =>
  listAt(body, 'messageTemplates').map((template) => textAt(template, 'name'));

test('templates of WhatsApp come in pages, and an answer has the cursor of the next one', async () => {
  const { get } = await withTemplates();
  const first = await get('limit=2');
  expect(namesIn(first)).toEqual(['one', 'two']);
  const second = await get(`limit=2&after=${textAt(first, 'after')}`);
  expect(namesIn(second)).toEqual(['three', 'four']);
  const third = await get(`limit=2&after=${textAt(second, 'after')}`);
  expect(namesIn(third)).toEqual(['five']);
  expect(third).not.toHaveProperty('after');
});

test('by a switch the cursors are called next and previous', async () => {
  const { emulator, get } = await withTemplates();
  emulator.control.configure({ messageTemplatesCursor: 'next' });
  const first = await get('limit=2');
  expect(first).not.toHaveProperty('after');
  expect(first).not.toHaveProperty('previous');
  const second = await get(`limit=2&next=${textAt(first, 'next')}`);
  expect(namesIn(second)).toEqual(['three', 'four']);
  expect(await get(`limit=2&previous=${textAt(second, 'previous')}`)).toEqual(first);
});

test('templates of WhatsApp are found by name and by status', async () => {
  const { get } = await withTemplates();
  expect(namesIn(await get('name=three'))).toEqual(['three']);
  expect(namesIn(await get('status=PENDING&limit=100'))).toEqual(names);
  expect(namesIn(await get('status=APPROVED'))).toEqual([]);
});

test('a cursor that is none is refused', async () => {
  const { call, path } = await withTemplates();
  expect((await call('GET', `${path}?after=x`)).status).toBe(400);
});
