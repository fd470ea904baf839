import { expect, test } from 'vitest';
import { listen } from './listener.js';
import { startChat } from './support.js';

test('who is ignored is a list, and other sockets of the same user learn that it changed', async () => {
  const chat = await startChat();
  const ada = await chat.loggedIn(chat.ada);
  const toAda = await listen(chat, ada);
  expect((await ada.get('/users/ignorelist')).json).toEqual([]);
  expect((await ada.post('/users/ignorelist/add', { id: chat.ravi.id })).text).toBe('"ok"');
  await toAda.framesReach(2);
  expect(toAda.events().at(-1)).toMatchObject({ event_type: 13, user_id: chat.ada.id });
  expect((await ada.get('/users/ignorelist')).json).toEqual([chat.ravi.id]);
  await ada.post('/users/ignorelist/remove', { id: chat.ravi.id });
  expect((await ada.get('/users/ignorelist')).json).toEqual([]);
  expect((await ada.post('/users/ignorelist/add', { id: chat.ada.id })).status).toBe(409);
  expect((await ada.post('/users/ignorelist/add', { id: 5 })).status).toBe(404);
});

test('how to be notified is kept', async () => {
  const chat = await startChat();
  const ada = await chat.loggedIn(chat.ada);
  expect((await ada.post('/users/desktopnotify', { value: 'true' })).text).toBe('"ok"');
  expect((await chat.visitor().post('/users/desktopnotify', { value: 'true' })).status).toBe(404);
});
