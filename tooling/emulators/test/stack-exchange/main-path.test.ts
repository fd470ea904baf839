import { expect, test } from 'vitest';
import { lastEventId, listen } from './listener.js';
import { startChat } from './support.js';

test('a client logs in, enters a room, listens, posts, and hears itself', async () => {
  const chat = await startChat();
  const { roomId, ada } = chat;
  const browser = chat.visitor();

  const login = await browser.logIn(ada);
  expect(login.status).toBe(302);
  expect(login.headers.get('location')).toBe('/');

  const room = await browser.get(`/rooms/${roomId}`);
  expect(room.text).toContain(`user-${ada.id}`);

  const since = await lastEventId(browser, roomId);
  const listener = await listen(chat, browser, { since });
  await listener.framesReach(1);
  expect(listener.events()).toMatchObject([{ event_type: 3, user_id: ada.id, room_id: roomId }]);

  const posted = await browser.post(`/chats/${roomId}/messages/new`, { text: 'Hello **there**' });
  expect(posted.json).toEqual({ id: expect.any(Number) as unknown, time: chat.clock.now() / 1000 });
  const { id } = posted.json as { id: number };
  await listener.framesReach(2);
  expect(listener.frames[1]).toEqual({
    [`r${roomId}`]: {
      e: [
        {
          event_type: 1,
          time_stamp: chat.clock.now() / 1000,
          content: 'Hello <b>there</b>',
          id: since + 2,
          user_id: ada.id,
          user_name: 'Ada Brook',
          room_id: roomId,
          room_name: 'Sandbox',
          message_id: id,
        },
      ],
      t: since + 2,
      d: 1,
    },
  });

  const polled = await browser.post('/events', { [`r${roomId}`]: since });
  expect(polled.json).toEqual({
    [`r${roomId}`]: { e: listener.events(), t: since + 2, d: 2 },
  });
});
