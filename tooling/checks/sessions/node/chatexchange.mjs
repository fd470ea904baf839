// Enters a room, says something and hears it, as a program that has @x/chatexchange and nothing else.
import { env } from 'node:process';
import { createChatExchange } from '@x/chatexchange';

const { roomId, ...account } = JSON.parse(env.CONNECTION);
const chat = createChatExchange(account);
const room = chat.getRoom(roomId);
await room.join();
const messages = room.newMessages();
const sent = await room.sendMessage('hello, world');
const { value: message } = await messages.next();
const said = await message.textContent;
const me = await chat.getMe();
const name = await me.name;
await chat.close();
console.log(JSON.stringify({ name, said, heard: message === sent, state: chat.state }));
