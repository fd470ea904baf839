import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { conversation, type ActionContent, type Smooch } from '../src/index.js';
import { connect } from './emulator.js';
import { listen } from './receiver.js';

const nora = 'nora.lindqvist@example.com';

test('the business types and reads, and so does the user', async () => {
  const { smooch } = await connect();
  await smooch.precreateUser('b6518');
  await smooch.postMessage('b6518', 'Hello', { sentByMaker: true });
  const talk = conversation(smooch);
  expect((await talk.get('b6518')).conversation.unreadCount).toBe(1);
  const typing = await talk.activity('b6518', { type: 'typing:start', name: 'Ann' });
  expect(typing.conversation.unreadCount).toBe(1);
  await talk.activity('b6518', { type: 'typing:stop' });
  expect(await talk.read('b6518')).toBeUndefined();
  const read = await talk.activity('b6518', { type: 'conversation:read' });
  expect(read.conversation).toMatchObject({
    unreadCount: 0,
    appMakerLastRead: expect.any(Number) as unknown,
    appUserLastRead: expect.any(Number) as unknown,
  });
});

test('who never wrote has no conversation', async () => {
  const { smooch } = await connect();
  await smooch.precreateUser('b6518');
  const talk = conversation(smooch);
  const notFound = { kind: 'refused', code: 'not_found', status: 404 };
  expect(await rejection(talk.get('b6518'))).toMatchObject(notFound);
  expect(await rejection(talk.read('b6518'))).toMatchObject(notFound);
});

/** The id of a button that a user is sent. */
async function sendButton(smooch: Smooch, action: ActionContent): Promise<string> {
  const content = { type: 'text', text: 'Which tent?', actions: [action] } as const;
  const { message } = await smooch.postMessage(nora, content, { sentByMaker: true });
  return message.actions?.[0]?._id ?? '';
}

test('a button is pressed for the user, and the business hears of it', async () => {
  const { emulator, smooch } = await connect();
  const told = await listen(emulator, smooch, 'postback');
  const button = { type: 'postback', text: 'The red one', payload: 'RED', metadata: { shelf: 4 } } as const;
  const actionId = await sendButton(smooch, button);
  expect(await conversation(smooch).postback(nora, actionId)).toBeUndefined();
  expect(await told()).toMatchObject([
    { trigger: 'postback', appUser: { userId: nora }, postbacks: [{ action: { ...button, _id: actionId } }] },
  ]);
});

test('a quick reply that is pressed is what the user says', async () => {
  const { emulator, smooch } = await connect();
  const actionId = await sendButton(smooch, { type: 'reply', text: 'Red', payload: 'RED' });
  await conversation(smooch).postback(nora, actionId);
  expect(emulator.control.messages(nora).at(-1)).toMatchObject({
    role: 'appUser',
    text: 'Red',
    payload: 'RED',
  });
});

test('a button that there is not is refused, and one without an id unsent', async () => {
  const { emulator, smooch } = await connect();
  const talk = conversation(smooch);
  expect(await rejection(talk.postback(nora, '5b84'))).toMatchObject({ kind: 'refused' });
  emulator.control.requests.clear();
  expect(await rejection(talk.postback(nora, ''))).toMatchObject({ kind: 'usage' });
  expect(emulator.control.requests.all).toEqual([]);
});

test('what the user does is told', async () => {
  const { emulator, smooch } = await connect();
  const told = await listen(
    emulator,
    smooch,
    'typing:appUser',
    'conversation:read',
    'conversation:referral',
    'conversation:start',
  );
  const person = emulator.control.user(nora);
  person.types();
  person.reads();
  person.refers({ code: 'spring', details: { source: 'SHORTLINK', type: 'OPEN_THREAD' } });
  await smooch.precreateUser('b6518');
  await smooch.postMessage('b6518', 'Hello');
  const about = { appUser: { userId: nora }, version: 'v1.1' };
  expect(await told()).toMatchObject([
    { ...about, trigger: 'typing:appUser', activity: { type: 'typing:start' } },
    { ...about, trigger: 'conversation:read', source: { type: 'messenger' } },
    { ...about, trigger: 'conversation:referral', referral: { code: 'spring' } },
    { trigger: 'conversation:start', appUser: { userId: 'b6518' } },
  ]);
});
