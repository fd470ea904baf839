import { expectTypeOf, test } from 'vitest';
import {
  createChatExchange,
  type ChatEvent,
  type ChatExchange,
  type ChatEventType,
  type ChatExchangeOptions,
  type ChatGapEvent,
  type ChatMessageEvent,
  type ChatStateEvent,
  type EventIterator,
  type Message,
  type Room,
  type RoomFacts,
  type User,
} from '../src/index.js';

const chat = createChatExchange({});
const room: Room = chat.getRoom(1);

test('what is waited for has its type', async () => {
  expectTypeOf(await room.name).toEqualTypeOf<string>();
  expectTypeOf(await room.owners).toEqualTypeOf<readonly User[]>();
  expectTypeOf(await room.parentSiteName).toEqualTypeOf<string | undefined>();
  expectTypeOf(await chat.getUser(1).reputation).toEqualTypeOf<number | undefined>();
  expectTypeOf(await chat.getMessage(1).room).toEqualTypeOf<Room>();
  expectTypeOf(room.sendMessage('x')).resolves.toEqualTypeOf<Message>();
  expectTypeOf((await room.load()).userCount).toEqualTypeOf<number>();
  expectTypeOf(room.known.userCount).toEqualTypeOf<number | undefined>();
});

test('events narrow by their type', () => {
  const read = (event: ChatEvent): void => {
    if (event.type === 'message') expectTypeOf(event.message).toEqualTypeOf<Message>();
    if (event.type === 'enter') expectTypeOf(event.target).toEqualTypeOf<User | undefined>();
    if (event.type === 'gap') expectTypeOf(event).toEqualTypeOf<ChatGapEvent>();
    if (event.type === 'unknown') expectTypeOf(event.wireType).toEqualTypeOf<number>();
  };
  expectTypeOf(read).parameter(0).toEqualTypeOf<ChatEvent>();
  expectTypeOf(room.newEvents('edit')).toEqualTypeOf<EventIterator<ChatMessageEvent<'edit'>>>();
  expectTypeOf(room.newEvents()).toEqualTypeOf<EventIterator<ChatEvent>>();
  expectTypeOf(room.newMessages()).toEqualTypeOf<EventIterator<Message>>();
  chat.on('state', (event) => {
    expectTypeOf(event).toEqualTypeOf<ChatStateEvent>();
  });
});

test('what cannot be is an error', () => {
  expectTypeOf<'nothing'>().not.toExtend<ChatEventType>();
  expectTypeOf<'example.com'>().not.toExtend<NonNullable<ChatExchangeOptions['host']>>();
  expectTypeOf<'chat.stackoverflow.com'>().toExtend<NonNullable<ChatExchangeOptions['host']>>();
  expectTypeOf<ChatExchange['getRoom']>().parameter(0).toEqualTypeOf<number>();
  expectTypeOf<ChatExchange['getRoom']>().parameter(1).toEqualTypeOf<Partial<RoomFacts> | undefined>();
});
