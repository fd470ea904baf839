import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { createSmooch, integrations, notifications, type NotificationContent } from '../src/index.js';
import { conversations, createSunshine, users } from '../src/v2/index.js';
import { connect, startEmulator } from './emulator.js';
import { listen } from './receiver.js';

const phoneNumber = '+15145555555';

/** A client that names its app, an integration with WhatsApp, and what can be told by it. */
async function withWhatsApp() {
  const emulator = await startEmulator();
  const smooch = createSmooch({ ...emulator.credentials, baseUrl: emulator.url });
  const { integration } = await integrations(smooch).create({ type: 'whatsapp', deploymentId: 'd' });
  const content = (rest: Partial<NotificationContent> = {}): NotificationContent => ({
    destination: { integrationId: integration._id, destinationId: phoneNumber },
    author: { role: 'appMaker', name: 'Ann' },
    message: { type: 'text', text: 'Your tent is ready.' },
    ...rest,
  });
  return { emulator, smooch, content };
}

test('a notification begins a conversation with whoever is there, and tells how it fared', async () => {
  const { emulator, smooch, content } = await withWhatsApp();
  const told = await listen(
    emulator,
    smooch,
    'conversation:start',
    'notification:delivery:channel',
    'notification:delivery:user',
  );
  const { notification } = await notifications(smooch).post(content());
  expect(notification._id).toMatch(/^[\da-f]{24}$/);
  const events = await told();
  expect(events).toMatchObject([
    { trigger: 'conversation:start' },
    { trigger: 'notification:delivery:channel', notification, isFinalEvent: false },
    { trigger: 'notification:delivery:user', notification, isFinalEvent: true },
  ]);

  const someone = emulator.control.users().at(-1)?._id ?? '';
  const sunshine = createSunshine({ ...emulator.credentials, baseUrl: emulator.url });
  expect((await users(sunshine).get(someone)).user.id).toBe(someone);
  expect(await conversations(sunshine).list({ userId: someone }).toArray()).toMatchObject([
    { isDefault: true },
  ]);
  // Who is known there already is not made again.
  await notifications(smooch).post(content());
  expect(emulator.control.users().at(-1)?._id).toBe(someone);
});

test('one that fails is told with the error of the channel', async () => {
  const { emulator, smooch, content } = await withWhatsApp();
  const told = await listen(emulator, smooch, 'notification:delivery:failure');
  await notifications(smooch).post(content());
  emulator.control.user(emulator.control.users().at(-1)?._id ?? '').blocks();
  const { notification } = await notifications(smooch).post(content());
  expect(await told()).toMatchObject([
    { trigger: 'notification:delivery:failure', notification, error: { code: 'forbidden' } },
  ]);
});

test('it may be worded as WhatsApp does', async () => {
  const { smooch, content } = await withWhatsApp();
  const message = { type: 'template', template: { namespace: 'n', name: 'ready', language: { code: 'en' } } };
  const { notification } = await notifications(smooch).post(content({ message, messageSchema: 'whatsapp' }));
  expect(notification._id).toMatch(/./);
});

test('what could not be posted is refused in the words of the service', async () => {
  const { smooch, content } = await withWhatsApp();
  const destination = { integrationId: '5e1606762556d93e9c176f69', destinationId: phoneNumber };
  expect(await rejection(notifications(smooch).post(content({ destination })))).toMatchObject({
    kind: 'refused',
    code: 'not_found',
  });
});

test('a message that the service would not take is refused unsent, unless that is left to the service', async () => {
  const { emulator, smooch, content } = await withWhatsApp();
  const empty = content({ message: { type: 'text' } });
  emulator.control.requests.clear();
  expect(await rejection(notifications(smooch).post(empty))).toMatchObject({
    kind: 'usage',
    code: 'INVALID_REQUEST',
  });
  expect(emulator.control.requests.all).toEqual([]);
  const unchecked = createSmooch({ ...emulator.credentials, baseUrl: emulator.url, checks: false });
  expect(await rejection(notifications(unchecked).post(empty))).toMatchObject({
    kind: 'refused',
    code: 'bad_request',
  });
});

test('its path names an app, which a client must know', async () => {
  const { emulator, smooch } = await connect();
  const post = notifications(smooch).post({
    destination: { integrationId: 'i', destinationId: phoneNumber },
    author: { role: 'appMaker' },
    message: { type: 'text', text: 'Hi' },
  });
  expect(await rejection(post)).toMatchObject({ kind: 'usage', code: 'INVALID_OPTION' });
  expect(emulator.control.requests.all).toEqual([]);
});
