import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { createSmooch, template, templates, text, type Smooch } from '../src/index.js';
import { connect, sent } from './emulator.js';

const nora = 'nora.lindqvist@example.com';
const hello = { type: 'text', text: 'Hello', role: 'appMaker' } as const;

/** So many templates, of which the names tell their order. */
async function make(smooch: Smooch, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, index) => `t${index}`);
  for (const name of names) await templates(smooch).create({ name, message: hello });
  return names;
}

test('a template is made, read, changed and taken away', async () => {
  const { smooch } = await connect();
  const all = templates(smooch);
  const { template: made } = await all.create({ name: 'hello', message: hello });
  expect(made).toEqual({
    _id: expect.stringMatching(/^[\da-f]{24}$/) as unknown,
    name: 'hello',
    message: hello,
  });
  expect(await all.get(made._id)).toEqual({ template: made });
  expect((await all.update(made._id, { name: 'bye' })).template).toEqual({ ...made, name: 'bye' });
  const message = { ...hello, text: 'Bye' };
  expect((await all.update(made._id, { message })).template).toEqual({ ...made, name: 'bye', message });
  expect(await all.delete(made._id)).toBeUndefined();
  expect(await rejection(all.get(made._id))).toMatchObject({ kind: 'refused', code: 'not_found' });
  expect(await rejection(all.delete(made._id))).toMatchObject({ kind: 'refused', code: 'not_found' });
});

test('the service knows a template by its name, and tells of its buttons', async () => {
  const { smooch } = await connect();
  const actions = [{ type: 'reply', text: '5', payload: 'FIVE' }] as const;
  const { template: made } = await templates(smooch).create({
    name: 'survey',
    message: { ...hello, text: 'How was it?', actions },
  });
  expect(made.message.actions).toMatchObject([{ ...actions[0], uri: '' }]);
  const conflict = { kind: 'refused', code: 'conflict', status: 409 };
  expect(await rejection(templates(smooch).create({ name: 'survey', message: hello }))).toMatchObject(
    conflict,
  );

  const answer = await smooch.postMessage(nora, text`Thank you! ${template('survey')}`, {
    sentByMaker: true,
  });
  expect(answer.message.text).toBe('Thank you!');
  expect(answer.extraMessages).toMatchObject([{ text: 'How was it?', actions: [{ payload: 'FIVE' }] }]);
});

describe('a list of templates', () => {
  test('is read to its end, by pages of 25 or of as many as are asked for', async () => {
    const { emulator, smooch } = await connect();
    const names = await make(smooch, 60);
    emulator.control.requests.clear();
    const all = templates(smooch).list();
    expect(emulator.control.requests.all).toEqual([]);
    expect((await all.toArray()).map(({ name }) => name)).toEqual(names);
    expect(sent(emulator).map(([, target]) => target)).toEqual([
      '/v1.1/templates',
      '/v1.1/templates?offset=25',
      '/v1.1/templates?offset=50',
    ]);

    emulator.control.requests.clear();
    const some = await templates(smooch).list({ limit: 40, offset: 10 }).toArray();
    expect(some.map(({ name }) => name)).toEqual(names.slice(10));
    expect(sent(emulator).map(([, target]) => target)).toEqual([
      '/v1.1/templates?limit=40&offset=10',
      '/v1.1/templates?limit=40&offset=50',
    ]);
  });

  test('asks for no more pages than are read, and begins anew each time', async () => {
    const { emulator, smooch } = await connect();
    await make(smooch, 27);
    emulator.control.requests.clear();
    const all = templates(smooch).list({ limit: 0, offset: 0 });
    expect(await all.toArray(25)).toHaveLength(25);
    expect(sent(emulator).map(([, target]) => target)).toEqual(['/v1.1/templates?limit=0&offset=0']);
    const sizes: number[] = [];
    for await (const page of all.pages()) sizes.push(page.templates.length);
    expect(sizes).toEqual([25, 2]);
  });

  test('ends with the signal of the call, and with the reason of that', async () => {
    const { emulator, smooch } = await connect();
    await make(smooch, 4);
    emulator.control.requests.clear();
    const controller = new AbortController();
    const reason = new Error('enough');
    const read: string[] = [];
    const reading = async (): Promise<void> => {
      const list = templates(smooch).list({ limit: 2 }, { signal: controller.signal });
      for await (const { name } of list) {
        read.push(name);
        controller.abort(reason);
      }
    };
    expect(await rejection(reading())).toBe(reason);
    // What has come is read to its end.
    expect(read).toEqual(['t0', 't1']);
    expect(emulator.control.requests.all).toHaveLength(1);
  });

  test('is refused unsent where it cannot begin', async () => {
    const { emulator, smooch } = await connect();
    const refusal = { kind: 'usage', code: 'INVALID_REQUEST' };
    expect(await rejection(templates(smooch).list({ offset: -1 }).toArray())).toMatchObject(refusal);
    expect(emulator.control.requests.all).toEqual([]);
  });
});

test('a template that would be refused when it is sent is refused when it is made', async () => {
  const { emulator, smooch } = await connect();
  const message = { type: 'carousel', items: [], role: 'appMaker' } as const;
  const made = templates(smooch).create({ name: 'empty', message });
  expect(await rejection(made)).toMatchObject({ kind: 'usage' });
  expect(emulator.control.requests.all).toEqual([]);
  const trusting = createSmooch({ ...emulator.credentials, baseUrl: emulator.url, checks: false });
  expect(await rejection(templates(trusting).create({ name: 'empty', message }))).toMatchObject({
    kind: 'refused',
    code: 'bad_request',
  });
});

describe('a service that does not answer as it documents', () => {
  const answering = (answer: (url: URL) => object): Smooch =>
    createSmooch({ credential: 'a token', fetch: async (url) => Response.json(answer(new URL(url))) });

  test('and does not say where a page began, is read to the end', async () => {
    const kept = Array.from({ length: 60 }, (_, index) => ({ _id: `${index}`, name: `t${index}` }));
    const smooch = answering(({ searchParams }) => {
      const offset = Number(searchParams.get('offset') ?? 0);
      return { templates: kept.slice(offset, offset + 25), hasMore: offset + 25 < kept.length };
    });
    expect(await templates(smooch).list().toArray()).toEqual(kept);
  });

  test('and promises more after a page without items, has no more', async () => {
    const smooch = answering(() => ({ templates: [], hasMore: true }));
    expect(await templates(smooch).list().toArray()).toEqual([]);
  });

  test('and leaves the list out, has not answered', async () => {
    const smooch = answering(() => ({}));
    expect(await rejection(templates(smooch).list().toArray())).toMatchObject({
      kind: 'protocol',
      code: 'UNEXPECTED_ANSWER',
    });
  });
});
