import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { appUsers, channels, integrations, type AppUser } from '../src/index.js';
import { connect, sent } from './emulator.js';
import { listen } from './receiver.js';

const nora = 'nora.lindqvist@example.com';
const phoneNumber = '+1 212-555-2368';
const twilio = { type: 'twilio', phoneNumber, confirmation: { type: 'immediate' } } as const;

/** The client of a channel that has not agreed yet. */
function pendingOf({ pendingClients = [] }: AppUser): string {
  expect(pendingClients).toMatchObject([{ status: 'pending', active: false }]);
  return pendingClients[0]?._id ?? '';
}

describe('a channel that a user is linked to', () => {
  test('waits, until the channel and the user have agreed', async () => {
    const { emulator, smooch } = await connect();
    const told = await listen(emulator, smooch, 'link:match', 'link:success', 'client:add', 'client:remove');
    const all = channels(smooch);
    const { appUser } = await all.link(nora, twilio);
    expect(appUser.pendingClients).toMatchObject([{ platform: 'twilio' }]);
    expect((await all.list(nora).toArray()).map(({ type }) => type)).toEqual(['messenger']);

    const client = pendingOf(appUser);
    emulator.control.link(client, 'match');
    emulator.control.link(client, 'confirm');
    const { appUser: linked } = await appUsers(smooch).get(nora);
    expect(linked.pendingClients).toEqual([]);
    expect(linked.clients).toContainEqual(
      expect.objectContaining({ _id: client, platform: 'twilio', active: true, primary: true }),
    );
    expect(await all.list(nora).toArray()).toContainEqual({
      type: 'twilio',
      integrationId: expect.any(String) as unknown,
      phoneNumber: '+12125552368',
    });

    expect(await all.unlink(nora, 'twilio')).toBeUndefined();
    expect((await all.list(nora).toArray()).map(({ type }) => type)).toEqual(['messenger']);
    expect(await rejection(all.unlink(nora, 'twilio'))).toMatchObject({ kind: 'refused', code: 'not_found' });
    expect((await told()).map(({ trigger }) => String(trigger)).toSorted()).toEqual([
      'client:add',
      'client:remove',
      'link:match',
      'link:success',
    ]);
  });

  test('is no more asked when it does not know them', async () => {
    const { emulator, smooch } = await connect();
    const told = await listen(emulator, smooch, 'link:failure');
    emulator.control.link(pendingOf((await channels(smooch).link(nora, twilio)).appUser), 'fail');
    expect((await appUsers(smooch).get(nora)).appUser.pendingClients).toEqual([]);
    expect(await told()).toMatchObject([
      { trigger: 'link:failure', channel: 'twilio', criteria: { phoneNumber: '+12125552368' } },
    ]);
  });

  test('is asked once more only while it has not agreed', async () => {
    const { emulator, smooch } = await connect();
    const all = channels(smooch);
    const client = pendingOf((await all.link(nora, twilio)).appUser);
    expect(await all.ping(nora, 'twilio')).toBeUndefined();
    emulator.control.link(client, 'confirm');
    expect(await rejection(all.ping(nora, 'twilio'))).toMatchObject({ code: 'bad_request' });
    expect(await rejection(all.ping(nora, 'viber'))).toMatchObject({ code: 'not_found' });
  });

  test.each([
    { ...twilio, confirmation: { type: 'prompt' } },
    {
      ...twilio,
      confirmation: { type: 'userActivity', message: { type: 'text', text: 'Here?', role: 'appMaker' } },
    },
    {
      type: 'messenger',
      phoneNumber,
      givenName: 'Nora',
      surname: 'Lindqvist',
      confirmation: { type: 'immediate' },
    },
    { type: 'messagebird', phoneNumber, confirmation: { type: 'immediate' } },
    { type: 'whatsapp', phoneNumber, primary: false, confirmation: { type: 'immediate' } },
    {
      type: 'mailgun',
      address: 'nora@example.com',
      subject: 'Your order',
      confirmation: { type: 'immediate' },
    },
  ] as const)('may be $type, which $confirmation.type confirms', async (link) => {
    const { emulator, smooch } = await connect();
    const { appUser } = await channels(smooch).link('customer-2093', link);
    expect(appUser.pendingClients).toMatchObject([{ platform: link.type }]);
    emulator.control.link(pendingOf(appUser), 'confirm');
    expect(await channels(smooch).list('customer-2093').toArray()).toMatchObject([{ type: link.type }]);
  });

  test.each([
    ['a + and a country code', { ...twilio, phoneNumber: '212-555-2368' }],
    ["'message'", { ...twilio, confirmation: { type: 'userActivity' } }],
    ["'address'", { type: 'mailgun', confirmation: { type: 'immediate' } }],
    ["'type' should be equal", { type: 'fax', confirmation: { type: 'immediate' } }],
  ])('is refused in the words of the service: %s', async (words, link) => {
    const { smooch } = await connect();
    const error = await rejection(channels(smooch).link(nora, link));
    expect(error).toMatchObject({ kind: 'refused', code: 'bad_request', status: 400 });
    expect(String(error)).toContain(words);
  });
});

test('the original asks for a channel at once, unless the user is to be asked', async () => {
  const { emulator, smooch } = await connect();
  const { appUser } = await smooch.linkUserToChannel(nora, 'twilio', { phoneNumber });
  expect(appUser.pendingClients).toMatchObject([{ platform: 'twilio' }]);
  await smooch.linkUserToChannel('customer-2093', 'twilio', {
    phoneNumber,
    confirmation: { type: 'prompt' },
  });
  expect(await smooch.unlinkUserFromChannel(nora, 'twilio')).toBeUndefined();
  expect((await smooch.getUser(nora)).appUser.pendingClients).toEqual([]);
  expect(sent(emulator).flatMap(([, , body]) => (body === undefined ? [] : [body]))).toEqual([
    { type: 'twilio', phoneNumber, confirmation: { type: 'immediate' } },
    { type: 'twilio', phoneNumber, confirmation: { type: 'prompt' } },
  ]);
});

test('a channel that may be unlinked already is unlinked', async () => {
  const { emulator, smooch } = await connect();
  emulator.control.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'drop', when: 'after' } });
  expect(await smooch.unlinkUserFromChannel(nora, 'messenger')).toBeUndefined();
  expect(await channels(smooch).list(nora).toArray()).toEqual([]);
});

test('a picture to scan leads a user to a channel that the app has', async () => {
  const { smooch } = await connect();
  const all = channels(smooch);
  expect(await rejection(all.qrCode(nora, 'viber'))).toMatchObject({ code: 'not_found' });
  await integrations(smooch).create({ type: 'viber', token: 't' });
  expect(await all.qrCode(nora, 'viber')).toEqual({
    url: expect.stringContaining('/qrcodes/viber/') as unknown,
  });
});

test('a channel of nobody is refused when the list is read', async () => {
  const { emulator, smooch } = await connect();
  const list = channels(smooch).list('');
  expect(await rejection(list.toArray())).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
  expect(emulator.control.requests.all).toEqual([]);
});
