import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { connect, sent, somebodyElse } from './emulator.js';

const sources = async (messages: readonly PromiseLike<string | undefined>[]): Promise<unknown> =>
  Promise.all(messages);

test('a thread goes from the message that began it to the last answer, with one page', async () => {
  const { emulator, chat } = await connect();
  const speaker = somebodyElse(emulator);
  let id = emulator.control.say(1, speaker, 'step 0');
  for (let step = 1; step < 5; step += 1) {
    emulator.control.say(1, speaker, `between ${step}`);
    id = emulator.control.say(1, speaker, `step ${step}`, { replyTo: id });
  }
  const thread = await chat.getMessage(id).thread();
  expect(await sources(thread.map((message) => message.textContent))).toEqual([
    'step 0',
    'step 1',
    'step 2',
    'step 3',
    'step 4',
  ]);
  expect(sent(emulator)).toEqual([`GET /transcript/message/${id}`]);
});

test('a message that answers nothing is a thread of its own', async () => {
  const { emulator, chat } = await connect();
  const message = chat.getMessage(emulator.control.say(1, somebodyElse(emulator), 'alone'));
  expect(await message.thread()).toEqual([message]);
  expect(await message.replies()).toEqual([]);
});

test('replies are those of the transcript and those that were heard of, in their order', async () => {
  const { emulator, chat } = await connect();
  const speaker = somebodyElse(emulator);
  const question = chat.getMessage(emulator.control.say(1, speaker, 'how?'));
  const first = emulator.control.say(1, speaker, 'so', { replyTo: question.id });
  emulator.control.say(1, speaker, 'unrelated');
  const own = await question.reply('or so');
  const nested = emulator.control.say(1, speaker, 'no, so', { replyTo: own.id });
  const replies = await question.replies();
  expect(replies.map(({ id }) => id)).toEqual([first, own.id]);
  expect(replies[1]).toBe(own);
  expect(await sources(replies.map((reply) => reply.content))).toEqual(['so', 'or so']);
  expect((await own.replies()).map(({ id }) => id)).toEqual([nested]);
});

test('replies that are heard of in the room are known, and what they say needs no page', async () => {
  const { emulator, chat } = await connect();
  const room = chat.getRoom(1);
  await room.join();
  const speaker = somebodyElse(emulator);
  const messages = room.newMessages();
  const question = await room.sendMessage('anybody?');
  const answer = emulator.control.say(1, speaker, 'me', { replyTo: question.id });
  for await (const message of messages) if (message.id === answer) break;
  const before = sent(emulator).length;
  expect((await question.replies()).map(({ id }) => id)).toEqual([answer]);
  expect(sent(emulator).slice(before)).toEqual([`GET /transcript/message/${question.id}`]);
});

test('a thread begins where the account can read no further', async () => {
  const { emulator, chat } = await connect();
  const [hidden] = emulator.control.messages(31);
  const first = chat.getMessage(hidden?.id ?? 0);
  const second = emulator.control.say(1, somebodyElse(emulator), 'second');
  const message = chat.getMessage(second, { parent: first });
  expect(await message.thread()).toEqual([first, message]);
});

test('who does not want to wait for a thread any longer need not', async () => {
  const { chat } = await connect();
  expect(await rejection(chat.getMessage(5).thread({ signal: AbortSignal.abort('mine') }))).toBe('mine');
});
