import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createChatExchange, type Message, type WireEvent } from '../src/index.js';
import { readMessageNews } from '../src/learn-message.js';
import { connect, connectTo, sent, somebodyElse } from './emulator.js';

const folder = new URL('../../../../shared/fixtures/chatexchange/', import.meta.url);

/** What a message knows after an event, and what it has forgotten. */
function hear(message: Message, event: WireEvent): { readonly [key: string]: unknown } {
  const chat = createChatExchange({});
  const context = { messages: { get: (id: number) => chat.getMessage(id), peek: () => undefined } };
  const room = event.room_id === undefined ? undefined : chat.getRoom(event.room_id);
  const user = event.user_id === undefined ? undefined : chat.getUser(event.user_id);
  message.hear(readMessageNews(context, message.known, event, { room, user }));
  return JSON.parse(JSON.stringify(message)) as { readonly [key: string]: unknown };
}

const make = (): Message => createChatExchange({}).getMessage(44_292_653);

describe.skipIf(!existsSync(folder))('captured events tell', () => {
  const frame = (name: string): WireEvent => {
    const { e } = Object.values(
      JSON.parse(readFileSync(new URL(`timcastelijns/${name}.json`, folder), 'utf8')) as object,
    )[0] as { readonly e: readonly [WireEvent] };
    return e[0];
  };
  const single = (type: number): WireEvent =>
    JSON.parse(readFileSync(new URL(`samliew/event-type-${type}.json`, folder), 'utf8')) as WireEvent;

  test('all of a new message, but its source', () => {
    expect(hear(make(), frame('message-posted-event'))).toEqual({
      id: 44_292_653,
      room: 15,
      content: 'test',
      owner: 1_843_331,
      deleted: false,
      edited: false,
      edits: 0,
      stars: 0,
      starredByYou: false,
      pinned: false,
      pins: 0,
      pinners: [],
      timeStamp: 1_539_700_465,
    });
  });

  test('of an edit the wording and the number, not who wrote the message and not when', () => {
    const message = make().learn({ contentSource: 'as it was', edits: 0, timeStamp: 7 });
    expect(hear(message, frame('message-edited-event'))).toEqual({
      id: 44_292_653,
      room: 15,
      content: 'Are you saying CF doesn&#39;t make good comments, Felix?',
      deleted: false,
      edited: true,
      edits: 1,
      timeStamp: 7,
    });
  });

  test('of a star that it is one’s own, or nothing of whose it is', () => {
    const own = hear(make(), frame('message-starred-event-loggedInUserStarred'));
    expect(own).toMatchObject({ stars: 1, starredByYou: true, pinned: false, pins: 0, pinners: [] });
    const others = hear(
      make().learn({ starredByYou: true }),
      frame('message-starred-event-rawOtherUserStarred'),
    );
    expect(others).toMatchObject({ stars: 4, starredByYou: true });
    expect(hear(make(), frame('message-starred-event-rawOtherUserStarred'))).not.toHaveProperty(
      'starredByYou',
    );
    expect(others).not.toHaveProperty('owner');
    expect(others).not.toHaveProperty('timeStamp');
  });

  test('of a pin how many there are, and not whose', () => {
    const message = make().learn({ pins: 0, pinned: false, pinners: [] });
    const heard = hear(message, frame('message-pinned-event'));
    expect(heard).toMatchObject({ stars: 1, pins: 1, pinned: true, starredByYou: true });
    expect(heard).not.toHaveProperty('pinners');
  });

  test('of stars, flags and removals nothing about edits, unless it is there', () => {
    const edited = (): Message =>
      make().learn({ edits: 3, edited: true, content: 'once', contentSource: '*o*' });
    const kept = { edits: 3, edited: true, contentSource: '*o*' };
    expect(hear(edited(), frame('message-starred-event-rawOtherUserStarred'))).toMatchObject(kept);
    expect(hear(edited(), frame('message-flagged-event'))).toMatchObject(kept);
    expect(hear(edited(), frame('message-deleted-event'))).toMatchObject({
      ...kept,
      deleted: true,
      content: 'once',
    });
    expect(hear(edited(), single(10))).toMatchObject({ edits: 1, edited: true, deleted: true });
  });

  test('of a reply what it answers; a mention that names a parent is no reply', () => {
    expect(hear(make(), single(18))).toMatchObject({ parent: 44_396_284, owner: 4_875_631 });
    expect(hear(make(), frame('user-mentioned-event'))).not.toHaveProperty('parent');
  });
});

test('one’s own star that is taken back, and the last star of all, are known to be gone', () => {
  const star = { event_type: 6, message_id: 44_292_653, room_id: 1, content: 'x' };
  const starred = (): Message => make().learn({ starredByYou: true, stars: 2 });
  expect(hear(starred(), { ...star, user_id: 7, message_stars: 1 })).toMatchObject({ starredByYou: false });
  expect(hear(starred(), star)).toMatchObject({ starredByYou: false, stars: 0 });
});

test('who brings a message back is not taken for its author', () => {
  const heard = hear(make().learn({ deleted: true }), {
    event_type: 37,
    message_id: 44_292_653,
    user_id: 99,
    room_id: 1,
    content: 'back',
    time_stamp: 9,
  });
  expect(heard).toEqual({ id: 44_292_653, room: 1, content: 'back', deleted: false });
});

test('what events tell is not asked for', async () => {
  const { emulator, chat } = await connect();
  const room = chat.getRoom(1);
  await room.join();
  const messages = room.newMessages();
  const speaker = somebodyElse(emulator);
  const first = emulator.control.say(1, speaker, 'first');
  emulator.control.say(1, speaker, '*second*', { replyTo: first });
  await messages.next();
  const { value: message } = (await messages.next()) as { readonly value: Message };
  const before = sent(emulator).length;
  expect(await message.content).toBe('<i>second</i>');
  expect(await message.owner).toBe(chat.getUser(speaker));
  expect(await message.parent).toBe(chat.getMessage(first));
  expect(await message.room).toBe(room);
  expect([
    await message.deleted,
    await message.edited,
    await message.edits,
    await message.editor,
    await message.stars,
    await message.starredByYou,
    await message.pinned,
    await message.pins,
    await message.pinners,
  ]).toEqual([false, false, 0, undefined, 0, false, false, 0, []]);
  expect(await message.timeStamp).toEqual(expect.any(Number));
  expect(sent(emulator)).toHaveLength(before);
});

test('events keep a message up to date', async () => {
  const { emulator, chat } = await connect();
  const room = chat.getRoom(1);
  await room.join();
  const author = connectTo(emulator, {}, 1);
  const owner = connectTo(emulator, {}, emulator.credentials.owner);
  const { id } = await author.getRoom(1).sendMessage('*draft*');
  const message = chat.getMessage(id);
  expect(await message.contentSource).toBe('*draft*');
  await author.getMessage(id).edit('*final*');
  await expect.poll(() => message.known.edits).toBe(1);
  expect([await message.content, await message.contentSource]).toEqual(['<i>final</i>', '*final*']);
  await message.star();
  await owner.getMessage(id).pin();
  await expect.poll(() => message.known.pins).toBe(1);
  expect([await message.stars, await message.starredByYou]).toEqual([2, true]);
  expect(await message.pinners).toEqual([chat.getUser(emulator.credentials.owner.id)]);
  await owner.getMessage(id).cancelStars();
  await expect.poll(() => message.known.stars).toBe(0);
  expect([await message.starredByYou, await message.pinners]).toEqual([false, []]);
  await author.getMessage(id).delete();
  await expect.poll(() => message.known.deleted).toBe(true);
  expect([await message.edits, await message.content]).toEqual([1, '<i>final</i>']);
  await author.getMessage(id).undelete();
  await expect.poll(() => message.known.deleted).toBe(false);
});
