import { expectTypeOf, test } from 'vitest';
import {
  createChatExchange,
  splitMessage,
  type AccessLevel,
  type ChatEvent,
  type ChatExchange,
  type ChatEventType,
  type ChatExchangeOptions,
  type ChatGapEvent,
  type ChatStateEvent,
  type EventIterator,
  type Message,
  type MessageRevision,
  type MessageDeleted,
  type MessageEdited,
  type MessagePosted,
  type MessageMovedOut,
  type MessagesMoved,
  type UnknownEvent,
  type UserKicked,
  type Room,
  type SendOptions,
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

test('a message tells and does what it says', async () => {
  const message = chat.getMessage(1, { room, stars: 3 });
  expectTypeOf(await message.contentSource).toEqualTypeOf<string | undefined>();
  expectTypeOf(await message.pinners).toEqualTypeOf<readonly User[]>();
  expectTypeOf(await message.editor).toEqualTypeOf<User | undefined>();
  expectTypeOf(message.star(false)).resolves.toEqualTypeOf<void>();
  expectTypeOf(message.thread()).resolves.toEqualTypeOf<Message[]>();
  expectTypeOf(message.history()).resolves.toEqualTypeOf<MessageRevision[]>();
  expectTypeOf((await message.refresh()).edits).toEqualTypeOf<number>();
  expectTypeOf<'said'>().toExtend<MessageRevision['kind']>();
  expectTypeOf<{ stars: string }>().not.toExtend<Parameters<ChatExchange['getMessage']>[1]>();
});

test('events narrow by their type', () => {
  const read = (event: ChatEvent): void => {
    if (event.type === 'message') expectTypeOf(event.message).toEqualTypeOf<Message>();
    if (event.type === 'enter') expectTypeOf(event.target).toEqualTypeOf<User | undefined>();
    if (event.type === 'gap') expectTypeOf(event).toEqualTypeOf<ChatGapEvent>();
    if (event.type === 'unknown') expectTypeOf(event.wireType).toEqualTypeOf<number>();
    if (event.type === 'star') expectTypeOf(event.byMe).toEqualTypeOf<boolean>();
    if (event.type === 'access') expectTypeOf(event.access).toEqualTypeOf<AccessLevel | undefined>();
    if (event.type === 'kick') expectTypeOf(event).toEqualTypeOf<UserKicked>();
    if (event.type === 'move') expectTypeOf(event).toEqualTypeOf<MessagesMoved>();
    if (event.type === 'message') expectTypeOf(event.isReply).toEqualTypeOf<boolean>();
    if (event.type === 'moderatorFlag') expectTypeOf(event.message).toEqualTypeOf<Message | undefined>();
  };
  expectTypeOf(read).parameter(0).toEqualTypeOf<ChatEvent>();
  expectTypeOf(room.newEvents('edit')).toEqualTypeOf<EventIterator<MessageEdited>>();
  expectTypeOf(room.newEvents(2)).toEqualTypeOf<EventIterator<MessageEdited>>();
  expectTypeOf(room.newEvents(19)).toEqualTypeOf<EventIterator<MessageMovedOut>>();
  expectTypeOf(room.newEvents(23)).toEqualTypeOf<EventIterator<UnknownEvent>>();
  expectTypeOf(room.newEvents('kick')).toEqualTypeOf<EventIterator<UserKicked>>();
  expectTypeOf(room.newEvents('edit' as 'edit' | 'kick')).toEqualTypeOf<
    EventIterator<MessageEdited | UserKicked>
  >();
  expectTypeOf(room.newEvents()).toEqualTypeOf<EventIterator<ChatEvent>>();
  expectTypeOf(room.newMessages()).toEqualTypeOf<EventIterator<Message>>();
  chat.on('state', (event) => {
    expectTypeOf(event).toEqualTypeOf<ChatStateEvent>();
  });
});

test('what cannot be is an error', () => {
  // What a removal does not tell, it does not have.
  expectTypeOf<MessageDeleted>().not.toHaveProperty('content');
  expectTypeOf<MessagePosted>().not.toHaveProperty('target');
  expectTypeOf<'nothing'>().not.toExtend<ChatEventType>();
  expectTypeOf<'example.com'>().not.toExtend<NonNullable<ChatExchangeOptions['host']>>();
  expectTypeOf<'chat.stackoverflow.com'>().toExtend<NonNullable<ChatExchangeOptions['host']>>();
  expectTypeOf<ChatExchange['getRoom']>().parameter(0).toEqualTypeOf<number>();
  expectTypeOf<ChatExchange['getRoom']>().parameter(1).toEqualTypeOf<Partial<RoomFacts> | undefined>();
});

test('what is sent is told by how it is sent', () => {
  expectTypeOf(room.sendMessage('x', { split: 'words' })).resolves.toEqualTypeOf<Message>();
  expectTypeOf(room.sendMessages('x', { duplicates: 'ignore' })).resolves.toEqualTypeOf<readonly Message[]>();
  expectTypeOf(chat.queue.posts).toEqualTypeOf<number>();
  expectTypeOf<'half'>().not.toExtend<NonNullable<SendOptions['split']>>();
  expectTypeOf(splitMessage).parameter(1).toEqualTypeOf<'lines' | 'words'>();
});
