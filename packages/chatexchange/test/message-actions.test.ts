import { createManualClock, type ManualClock } from '@x/emulators';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import type { ChatExchange, Message } from '../src/index.js';
import {
  accountOf,
  connect,
  connectTo,
  sent,
  somebodyElse,
  startEmulator,
  type ChatEmulator,
} from './emulator.js';

/** A message of somebody else in the first room. */
function say(emulator: ChatEmulator, text: string): number {
  return emulator.control.say(1, somebodyElse(emulator), text);
}

/** How a message stands at the service. */
function now(emulator: ChatEmulator, { id }: Message): { readonly stars: number; readonly pins: number } {
  const found = emulator.control.messages(1).find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no message ${id}`);
  const { stars, pins } = found;
  return { stars, pins };
}

const posted = (emulator: ChatEmulator): readonly string[] =>
  sent(emulator).filter((line) => line.startsWith('POST /messages'));

/** A client of the account that owns the first room. */
const asOwner = (emulator: ChatEmulator): ChatExchange => connectTo(emulator, {}, emulator.credentials.owner);

describe('a star', () => {
  test('is set and taken back, and the message knows', async () => {
    const { emulator, chat } = await connect();
    const message = chat.getMessage(say(emulator, 'star me'));
    await message.star();
    expect(message.known).toMatchObject({ stars: 1, starredByYou: true });
    expect(now(emulator, message)).toEqual({ stars: 1, pins: 0 });
    await message.star(false);
    expect(message.known).toMatchObject({ stars: 0, starredByYou: false });
    expect(now(emulator, message)).toEqual({ stars: 0, pins: 0 });
  });

  test('that is there already is not taken away, and none is set that was to be taken away', async () => {
    const { emulator, chat } = await connect();
    const other = connectTo(emulator);
    const id = say(emulator, 'star me once');
    await other.getMessage(id).star();
    const message = chat.getMessage(id, { starredByYou: false, stars: 0 });
    await message.star();
    expect(now(emulator, message)).toEqual({ stars: 1, pins: 0 });
    expect(message.known).toMatchObject({ stars: 1, starredByYou: true });
    await other.getMessage(id).star(false);
    await message.star(false);
    expect(now(emulator, message)).toEqual({ stars: 0, pins: 0 });
    expect(posted(emulator)).toEqual([`POST /messages/${id}/star`, `POST /messages/${id}/star`]);
  });

  test('that many ask for at the same time is set once', async () => {
    const { emulator, chat } = await connect();
    const message = chat.getMessage(say(emulator, 'star me all'));
    await Promise.all([message.star(), message.star(), message.star(false), message.star(), message.star()]);
    expect(now(emulator, message)).toEqual({ stars: 1, pins: 0 });
    expect(posted(emulator)).toHaveLength(3);
  });

  test('is not toggled the wrong way after the session was lost', async () => {
    const { emulator, chat } = await connect();
    const message = chat.getMessage(say(emulator, 'star me for long'));
    await message.star();
    emulator.control.expireSessions();
    await message.star();
    expect(now(emulator, message)).toEqual({ stars: 1, pins: 0 });
    expect(message.known.starredByYou).toBe(true);
  });

  test('of a message of one’s own is refused, and changes nothing', async () => {
    const { emulator, chat } = await connect();
    const message = await chat.getRoom(1).sendMessage('look at me');
    expect(await rejection(message.star())).toMatchObject({ kind: 'refused', code: 'OWN_MESSAGE' });
    expect(now(emulator, message)).toEqual({ stars: 0, pins: 0 });
    expect(await message.starredByYou).toBe(false);
  });

  test('that the service keeps although it was to be taken back is told', async () => {
    const clock = createManualClock();
    const emulator = await startEmulator({ clock, starSettlesAfterMs: 60_000 });
    const chat = connectTo(emulator, { clock });
    const message = chat.getMessage(say(emulator, 'forever'));
    await message.star();
    await clock.advance(61_000);
    expect(await rejection(message.star(false))).toMatchObject({ kind: 'refused', code: 'TOO_LATE' });
    expect(await message.starredByYou).toBe(true);
    expect(now(emulator, message)).toEqual({ stars: 1, pins: 0 });
  });

  test('of which nobody knows whether it was set is not sent again, and asked for when it is waited for', async () => {
    const { emulator, chat } = await connect();
    const message = chat.getMessage(say(emulator, 'star me, perhaps'), { stars: 0, starredByYou: false });
    emulator.control.faults.add({ match: { path: /star$/ }, fault: { kind: 'drop', when: 'after' } });
    expect(await rejection(message.star())).toMatchObject({ kind: 'network', retryable: false });
    expect([await message.stars, await message.starredByYou]).toEqual([1, true]);
    await message.star();
    expect(now(emulator, message)).toEqual({ stars: 1, pins: 0 });
    expect(posted(emulator)).toHaveLength(1);
  });

  test('of one’s own is known also to who has only read so far', async () => {
    const { emulator, chat } = await connect();
    const { id } = chat.getMessage(say(emulator, 'mine'));
    await chat.getMessage(id).star();
    const later = connectTo(emulator).getMessage(id);
    expect(await later.stars).toBe(1);
    expect(await later.starredByYou).toBe(true);
    const nobody = connectTo(emulator, { email: undefined, password: undefined }).getMessage(id);
    expect(await nobody.starredByYou).toBe(false);
    expect((await nobody.load()).stars).toBe(1);
  });

  test('is one of twenty on a day', async () => {
    const { emulator, chat } = await connect();
    const messages = Array.from({ length: 21 }, (_, index) =>
      chat.getMessage(say(emulator, `star ${index}`)),
    );
    for (const message of messages.slice(0, 20)) await message.star();
    expect(await rejection(messages.at(-1)?.star() ?? Promise.resolve())).toMatchObject({
      kind: 'refused',
      code: 'LIMIT_REACHED',
    });
  });
});

describe('votes that come too fast', () => {
  /** Lets time pass until something is done: all that waits then waits for this. */
  async function pass(clock: ManualClock, done: Promise<unknown>): Promise<void> {
    const over = new AbortController();
    const end = done.finally(() => {
      over.abort();
    });
    while (!over.signal.aborted) await clock.advance(250);
    await end;
  }

  test('wait as long as the service says, and look anew after the pause', async () => {
    const clock = createManualClock();
    const emulator = await startEmulator({ clock });
    const chat = connectTo(emulator, { clock });
    const other = connectTo(emulator, { clock });
    const message = chat.getMessage(say(emulator, 'slowly'));
    await Promise.all([chat.login(), other.login()]);
    emulator.control.refuseNextVotes(3);
    const starring = message.star();
    await expect.poll(() => posted(emulator)).toHaveLength(1);
    // Meanwhile the star is set elsewhere.
    await other.getMessage(message.id).star();
    await pass(clock, starring);
    expect(now(emulator, message)).toEqual({ stars: 1, pins: 0 });
    expect(posted(emulator)).toHaveLength(2);
  });

  test('are all made, each in its turn', async () => {
    const clock = createManualClock();
    const emulator = await startEmulator({ clock });
    emulator.control.throttle(true);
    const chat = connectTo(emulator, { clock });
    const messages = ['one', 'two', 'three'].map((text) => chat.getMessage(say(emulator, text)));
    await pass(clock, Promise.all(messages.map((message) => message.star())));
    expect(messages.map((message) => now(emulator, message).stars)).toEqual([1, 1, 1]);
  });

  test('hold up nothing that is said', async () => {
    const clock = createManualClock();
    const emulator = await startEmulator({ clock });
    const chat = connectTo(emulator, { clock });
    const message = chat.getMessage(say(emulator, 'not yet'));
    emulator.control.refuseNextVotes(30);
    const starring = message.star();
    await expect.poll(() => posted(emulator)).toHaveLength(1);
    await message.reply('in the meantime');
    await pass(clock, starring);
  });
});

describe('a pin', () => {
  test('is set by an owner with a star, and taken out without it', async () => {
    const emulator = await startEmulator();
    const chat = asOwner(emulator);
    const message = chat.getMessage(say(emulator, 'pin me'));
    await message.pin();
    expect(now(emulator, message)).toEqual({ stars: 1, pins: 1 });
    const me = await chat.getMe();
    expect([await message.pinned, await message.pins, await message.pinners]).toEqual([true, 1, [me]]);
    expect([await message.stars, await message.starredByYou]).toEqual([1, true]);
    await message.pin();
    expect(now(emulator, message)).toEqual({ stars: 1, pins: 1 });
    await message.pin(false);
    await message.pin(false);
    expect(now(emulator, message)).toEqual({ stars: 1, pins: 0 });
    expect([await message.pinned, await message.pins, await message.pinners]).toEqual([false, 0, []]);
    expect(posted(emulator)).toHaveLength(2);
  });

  test('of others stays when one’s own is taken out, until all are cancelled', async () => {
    const emulator = await startEmulator();
    const chat = asOwner(emulator);
    const moderator = connectTo(emulator, {}, emulator.credentials.moderator);
    const message = chat.getMessage(say(emulator, 'pin me twice'));
    await message.pin();
    await moderator.getMessage(message.id).pin();
    await message.pin(false);
    expect([await message.pinned, await message.pins]).toEqual([true, 1]);
    expect(await message.pinners).toEqual([chat.getUser(emulator.credentials.moderator.id)]);
    await message.pin(false);
    expect(now(emulator, message)).toEqual({ stars: 2, pins: 1 });
    await message.cancelPins();
    expect(now(emulator, message)).toEqual({ stars: 2, pins: 0 });
    expect(await message.pinned).toBe(false);
    await message.cancelStars();
    expect(now(emulator, message)).toEqual({ stars: 0, pins: 0 });
    expect(message.known).toMatchObject({ stars: 0, starredByYou: false });
  });

  test('and what follows it are done in the order of the calls, awaited or not', async () => {
    const emulator = await startEmulator();
    const message = asOwner(emulator).getMessage(say(emulator, 'first pin, then cancel'));
    await Promise.all([message.pin(), message.cancelStars()]);
    expect(now(emulator, message)).toEqual({ stars: 0, pins: 0 });
    expect(message.known).toMatchObject({ stars: 0, pins: 0, pinned: false });
    await Promise.all([message.pin(), message.star(false), message.pin(false), message.star()]);
    expect(now(emulator, message)).toEqual({ stars: 1, pins: 0 });
  });

  test('whose star was taken back is a pin even so, and no star', async () => {
    const emulator = await startEmulator();
    const message = asOwner(emulator).getMessage(say(emulator, 'pin without a star'));
    await message.pin();
    await message.star(false);
    expect(now(emulator, message)).toEqual({ stars: 0, pins: 1 });
    await message.star();
    expect(now(emulator, message)).toEqual({ stars: 1, pins: 1 });
  });

  test('is refused to who does not own the room', async () => {
    const { emulator, chat } = await connect();
    const message = chat.getMessage(say(emulator, 'mine'));
    const refusal = { kind: 'refused', code: 'NO_PERMISSION' };
    expect(await rejection(message.pin())).toMatchObject(refusal);
    expect(await rejection(message.cancelPins())).toMatchObject(refusal);
    expect(await rejection(message.cancelStars())).toMatchObject(refusal);
    expect(await message.pinned).toBe(false);
  });
});

describe('changes', () => {
  test('an edit is a new wording: what was known of the old one is asked for again', async () => {
    const { emulator, chat } = await connect();
    const message = await chat.getRoom(1).sendMessage('*frist*');
    expect([await message.content, await message.contentSource]).toEqual(['<i>frist</i>', '*frist*']);
    await message.edit('*first*');
    expect([await message.content, await message.contentSource]).toEqual(['<i>first</i>', '*first*']);
    expect([await message.edited, await message.edits, await message.editor]).toEqual([
      true,
      1,
      await chat.getMe(),
    ]);
    expect(emulator.control.messages(1).at(-1)).toMatchObject({ source: '*first*', edits: 1 });
  });

  test('an edited reply stays a reply, and a mention does not become one', async () => {
    const { emulator, chat } = await connect({}, { editsKeepReply: false });
    const id = say(emulator, 'who?');
    const reply = await chat.getMessage(id).reply('me');
    await reply.edit('not me');
    expect(emulator.control.messages(1).at(-1)).toMatchObject({ source: 'not me', parentId: id });
    const room = chat.getRoom(1);
    await room.join();
    const messages = room.newMessages();
    await room.sendMessage('@IlsedeHaan hello');
    for await (const message of messages) {
      expect(await message.parent).toBeUndefined();
      await message.edit('@IlsedeHaan hello there');
      break;
    }
    expect(emulator.control.messages(1).at(-1)).toMatchObject({
      source: '@IlsedeHaan hello there',
      parentId: undefined,
    });
  });

  test('come too late after two minutes', async () => {
    const clock = createManualClock();
    const emulator = await startEmulator({ clock });
    const chat = connectTo(emulator, { clock });
    const message = await chat.getRoom(1).sendMessage('slow thinker');
    await clock.advance(121_000);
    for (const change of [message.edit('quick thinker'), message.delete()]) {
      expect(await rejection(change)).toMatchObject({ kind: 'refused', code: 'TOO_LATE' });
    }
    expect(await message.edited).toBe(false);
  });

  test('a message that was removed comes back', async () => {
    const { chat } = await connect();
    const message = await chat.getRoom(1).sendMessage('now you see me');
    await message.delete();
    expect((await message.refresh()).content).toBeUndefined();
    await message.undelete();
    expect([await message.deleted, await message.content]).toEqual([false, 'now you see me']);
  });

  test('the earlier wordings can be removed for good, by a moderator', async () => {
    const { emulator, chat } = await connect();
    const message = await chat.getRoom(1).sendMessage('my password is hunter2');
    await message.edit('my password is secret');
    expect(await rejection(message.purgeHistory())).toMatchObject({ code: 'NO_PERMISSION' });
    const moderator = connectTo(emulator, {}, emulator.credentials.moderator);
    const theirs = moderator.getMessage(message.id);
    await theirs.purgeHistory();
    const sources = (await theirs.history()).map(({ source }) => source);
    expect(sources).not.toContain('my password is hunter2');
  });
});

describe('flags', () => {
  test('are raised, answered and taken back', async () => {
    const { emulator, chat } = await connect();
    const message = chat.getMessage(say(emulator, 'buy cheap watches'));
    await message.flag();
    await message.unflag();
    await message.counterFlag();
    await message.mehFlag();
    await message.flagForModerators('They say it in every room.');
    expect(posted(emulator).map((line) => line.split('/').at(-1))).toEqual([
      'flag',
      'unflag',
      'counter-flag',
      'meh-flag',
      'mod',
    ]);
    const moderator = connectTo(emulator, {}, emulator.credentials.moderator);
    await moderator.getMessage(message.id).cancelFlags();
    expect(await rejection(message.cancelFlags())).toMatchObject({ code: 'NO_PERMISSION' });
  });

  test('need words for moderators, and not too many', async () => {
    const { emulator, chat } = await connect();
    const message = chat.getMessage(say(emulator, 'x'));
    for (const text of ['', ' ', 'x'.repeat(201), 7 as unknown as string]) {
      expect(await rejection(message.flagForModerators(text))).toMatchObject({
        kind: 'usage',
        code: 'INVALID_REQUEST',
      });
    }
    expect(sent(emulator)).toEqual([]);
    await message.flagForModerators('x'.repeat(200));
  });
});

describe('refusals', () => {
  type Action = (message: Message) => Promise<unknown>;
  const actions: Readonly<Record<string, Action>> = {
    star: (message) => message.star(),
    unstar: (message) => message.star(false),
    pin: (message) => message.pin(),
    cancelStars: (message) => message.cancelStars(),
    cancelPins: (message) => message.cancelPins(),
    edit: (message) => message.edit('x'),
    delete: (message) => message.delete(),
    undelete: (message) => message.undelete(),
    flag: (message) => message.flag(),
    flagForModerators: (message) => message.flagForModerators('x'),
    purgeHistory: (message) => message.purgeHistory(),
    reply: (message) => message.reply('x'),
    history: (message) => message.history(),
    fullText: (message) => message.fullText(),
    replies: (message) => message.replies(),
    thread: (message) => message.thread(),
  };

  test.each(Object.entries(actions))('%s of what never was', async (_name, action) => {
    const { chat } = await connect();
    expect(await rejection(action(chat.getMessage(5)))).toMatchObject({ kind: 'refused', code: 'NOT_FOUND' });
  });

  const standing = ['star', 'pin', 'cancelStars', 'edit', 'delete', 'flag', 'flagForModerators', 'history'];
  test.each(standing)('%s of what was removed', async (name) => {
    const emulator = await startEmulator();
    const { control, credentials } = emulator;
    const id = control.say(1, accountOf(emulator).id, 'gone');
    await connectTo(emulator).getMessage(id).delete();
    const chat = connectTo(emulator, {}, name === 'history' ? 1 : credentials.owner);
    if (name === 'edit') await chat.getRoom(1).sendMessage('mine');
    const message =
      name === 'edit' ? await connectTo(emulator).getRoom(1).sendMessage('short') : chat.getMessage(id);
    if (name === 'edit') await message.delete();
    expect(await rejection(actions[name]?.(message) ?? Promise.resolve())).toMatchObject({
      kind: 'refused',
      code: 'MESSAGE_DELETED',
    });
  });

  test('what is not one’s own', async () => {
    const { emulator, chat } = await connect();
    const message = chat.getMessage(say(emulator, 'theirs'));
    for (const call of [message.edit('mine'), message.delete()]) {
      expect(await rejection(call)).toMatchObject({ code: 'NOT_YOUR_MESSAGE' });
    }
    expect(await rejection(message.undelete())).toMatchObject({ code: 'NO_PERMISSION' });
  });

  test('anonymous readers change nothing', async () => {
    const { emulator } = await connect();
    const chat = connectTo(emulator, { email: undefined, password: undefined });
    const message = chat.getMessage(say(emulator, 'x'));
    for (const call of [message.star(), message.pin(), message.flag(), message.edit('y'), message.delete()]) {
      expect(await rejection(call)).toMatchObject({ kind: 'auth', code: 'NOT_LOGGED_IN' });
    }
    expect(posted(emulator)).toEqual([]);
  });

  test('an abort takes a vote out of the queue', async () => {
    const { emulator, chat } = await connect();
    const message = chat.getMessage(say(emulator, 'x'));
    expect(await rejection(message.star(true, { signal: AbortSignal.abort('mine') }))).toBe('mine');
    expect(await rejection(message.flag({ signal: AbortSignal.abort('mine') }))).toBe('mine');
    expect(sent(emulator)).toEqual([]);
  });
});
