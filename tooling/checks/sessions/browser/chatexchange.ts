import { createChatExchange } from '@x/chatexchange';
import { first } from './first.js';
import { failureOf } from './outcome.js';

interface Connection {
  readonly roomId: number;
}

/** Speaks in a room as whoever is logged in by this browser. */
export async function session({ roomId }: Connection): Promise<object> {
  const chatRoot = location.origin;
  const secret = await failureOf(() => createChatExchange({ chatRoot, email: 'a@b.c', password: 'secret' }));

  const chat = createChatExchange({ chatRoot });
  const room = chat.getRoom(roomId);
  await room.join();
  const messages = room.newMessages();
  const sent = await room.sendMessage('hello from a page');
  const message = await first(messages);
  const said = await message.textContent;
  const me = await chat.getMe();
  const name = await me.name;
  await chat.close();
  return { secret: secret.kind, name, said, heard: message === sent };
}
