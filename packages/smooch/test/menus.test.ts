import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { integrationMenu, integrations, menu, type MenuContent } from '../src/index.js';
import { connect } from './emulator.js';
import { listen } from './receiver.js';

const content: MenuContent = {
  items: [
    { type: 'link', text: 'Our shop', uri: 'https://example.com' },
    {
      type: 'submenu',
      text: 'More',
      items: [{ type: 'postback', text: 'Start again', payload: 'RESTART' }],
    },
  ],
};

test('the menu of an app is made, read, put in the place of another, and taken away', async () => {
  const { smooch } = await connect();
  const beside = menu(smooch);
  expect(await beside.get()).toEqual({ menu: { items: [] } });
  const made = await beside.update({ ...content, settings: { inputEnabled: false }, name: 'Main' });
  expect(made.menu).toMatchObject({ ...content, settings: { inputEnabled: false }, name: 'Main' });
  expect(made.menu.items[1]?.items?.[0]?._id).toMatch(/^[\da-f]{24}$/);
  expect(await beside.get()).toEqual(made);

  const other = { items: [{ type: 'postback', text: 'Help', payload: 'HELP' }] } as const;
  expect((await beside.update(other)).menu).toMatchObject(other);
  expect((await beside.get()).menu.items).toHaveLength(1);
  expect(await beside.delete()).toEqual({ menu: { items: [] } });
  expect(await beside.get()).toEqual({ menu: { items: [] } });
});

test('an integration may have a menu of its own', async () => {
  const { smooch } = await connect();
  await menu(smooch).update(content);
  const [messenger] = await integrations(smooch)
    .list({ types: ['messenger'] })
    .toArray(1);
  const id = messenger?._id ?? '';
  const own = integrationMenu(smooch);
  expect(await rejection(own.get(id))).toMatchObject({ kind: 'refused', code: 'not_found' });
  const items = [{ type: 'link', text: 'Sale', uri: 'https://example.com/sale' }] as const;
  const made = await own.create(id, { items });
  expect(made.menu).toMatchObject({ items });
  expect(await own.get(id)).toEqual(made);
  expect((await own.update(id, content)).menu).toMatchObject(content);
  expect(await own.delete(id)).toBeUndefined();
  expect(await rejection(own.get(id))).toMatchObject({ code: 'not_found' });
  expect((await menu(smooch).get()).menu).toMatchObject(content);
});

test('a menu that is too long is refused in the words of the service', async () => {
  const { smooch } = await connect();
  const items = Array.from(
    { length: 6 },
    () => ({ type: 'postback', text: 'Help', payload: 'HELP' }) as const,
  );
  expect(await rejection(menu(smooch).update({ items }))).toMatchObject({
    kind: 'refused',
    code: 'bad_request',
  });
});

test('a line of a menu that is pressed is told without a message', async () => {
  const { emulator, smooch } = await connect();
  const told = await listen(emulator, smooch, 'postback');
  const { menu: made } = await menu(smooch).update(content);
  emulator.control.user('nora.lindqvist@example.com').clicks(made.items[1]?.items?.[0]?._id ?? '');
  const [event] = await told();
  if (event?.trigger !== 'postback') throw new Error('no postback');
  expect(event.postbacks).toMatchObject([{ action: { payload: 'RESTART' } }]);
  expect(event.postbacks[0]).not.toHaveProperty('message');
});
