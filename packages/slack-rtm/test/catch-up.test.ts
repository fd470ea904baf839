import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { isReplayed, type CaughtUpEvent, type MessageEvent, type SlackRtm } from '../src/index.js';
import { behaviour } from './behaviours.js';
import { comeBack, connectStill, setUpRtm, type SlackEmulator } from './setup.js';
import { breath, pass, passUntil } from './time.js';

interface Heard {
  /** What messages said, those that were fetched with a mark. */
  readonly texts: string[];
  readonly caughtUp: CaughtUpEvent[];
}

function hear(slack: SlackRtm): Heard {
  const [texts, caughtUp]: [string[], CaughtUpEvent[]] = [[], []];
  slack.on('message', (message: MessageEvent) => {
    const { text = '', subtype = '' } = message;
    texts.push(`${isReplayed(message) ? '+' : ''}${text === '' ? String(subtype) : text}`);
  });
  slack.on('caughtUp', (event) => caughtUp.push(event));
  return { texts, caughtUp };
}

type Still = Awaited<ReturnType<typeof connectStill>>;

/** People who talk, each at a moment of their own. */
function talk({ clock, emulator, channel }: Pick<Still, 'clock' | 'emulator' | 'channel'>) {
  return async (text: string, options: { readonly threadTs?: string; readonly channel?: string } = {}) => {
    const { channel: where = channel, ...rest } = options;
    const ts = emulator.control.say(where, emulator.credentials.userName, text, rest);
    await pass(clock, 20);
    return ts;
  };
}

/** Loses the connection, and what is done meanwhile is not heard. */
async function away({ clock, emulator, slack }: Still, meanwhile: () => Promise<unknown>): Promise<void> {
  const isAway = (): boolean => emulator.control.connections().length === 0;
  let isBack = false;
  slack.on('state', ({ to }) => {
    isBack = to === 'ready';
  });
  emulator.control.configure({ fastReconnect: false });
  emulator.control.faults.add({ match: { upgrade: true }, fault: { kind: 'refuse' }, times: 4 });
  emulator.control.cut('drop');
  while (!isAway()) await breath();
  await meanwhile();
  await passUntil(clock, () => isBack, 100);
}

/** The connection falls, and before there is another something is said. */
function fallSaying({ emulator, channel }: Still, text: string): void {
  emulator.control.configure({ fastReconnect: false });
  emulator.control.cut('drop');
  emulator.control.say(channel, emulator.credentials.userName, text);
}

/** Lets another connection take the place of this one before its end. */
async function replaceConnection({ clock, emulator }: Still): Promise<void> {
  const { control } = emulator;
  const [former] = control.connections();
  control.goodbye({ graceMs: 60_000 });
  await passUntil(clock, () => control.connections().length === 2);
  await passUntil(clock, () => control.connections().length === 1);
  expect(control.connections()[0]?.id).not.toBe(former?.id);
}

const callsOf = ({ control }: SlackEmulator, method: string) =>
  control.requests.matching({ path: `/api/${method}` });

/** Has each answer about a history take so long, in milliseconds. */
function delayHistories({ control }: SlackEmulator, ms: number): void {
  control.faults.add({ match: { path: '/api/conversations.history' }, fault: { kind: 'delay', ms } });
}

describe('what was missed in a gap', () => {
  test(behaviour(32), async () => {
    const still = await connectStill({ catchUp: 'active' });
    const { clock, slack } = still;
    const { texts, caughtUp } = hear(slack);
    const gaps: { from: Date; to: Date }[] = [];
    slack.on('gap', ({ from, to }) => gaps.push({ from, to }));
    const say = talk(still);
    const question = await say('one');
    await say('two', { threadTs: question });
    await away(still, async () => {
      await say('three');
      await say('four', { threadTs: question });
      await say('five');
      const other = await say('six');
      await say('seven', { threadTs: other });
    });
    await passUntil(clock, () => caughtUp.length === 1);
    await say('eight');
    // A live reply comes with a word about its thread.
    expect(texts.filter((text) => text !== 'message_replied')).toEqual([
      'one',
      'two',
      '+three',
      '+four',
      '+five',
      '+six',
      '+seven',
      'eight',
    ]);
    expect(caughtUp).toEqual([{ type: 'caughtUp', messages: 5, channels: 1, truncated: false, ...gaps[0] }]);
    expect(gaps).toHaveLength(1);
  });

  test(
    behaviour(32, 'a message is an event like any other, and does not say of itself that it was fetched'),
    async () => {
      const still = await connectStill({ catchUp: 'active' });
      const { slack, clock, channel, emulator } = still;
      const events: object[] = [];
      slack.on('message', (message) => events.push(message));
      const say = talk(still);
      await say('before');
      await away(still, () => say('meanwhile'));
      await passUntil(clock, () => events.length === 2);
      expect(events[1]).toMatchObject({
        type: 'message',
        channel,
        text: 'meanwhile',
        user: emulator.credentials.userId,
      });
      expect(Object.keys(events[1] ?? {})).not.toContain('replayed');
      expect(events.map((event) => isReplayed(event))).toEqual([false, true]);
      expect(isReplayed({ ...events[1] })).toBe(false);
    },
  );

  test('comes between the gap and the word that it is over, for readers as well', async () => {
    const still = await connectStill({ catchUp: 'active' });
    const { slack, clock } = still;
    const { caughtUp } = hear(slack);
    const say = talk(still);
    await say('before');
    const events = slack.events();
    const messages = slack.messages();
    await away(still, () => say('meanwhile'));
    await passUntil(clock, () => caughtUp.length === 1);
    await say('after');
    const types: string[] = [];
    while (types.at(-1) !== 'message' || types.length < 5)
      types.push((await events.next()).value?.type ?? '');
    expect(types).toEqual(['gap', 'hello', 'message', 'caughtUp', 'message']);
    expect((await messages.next()).value?.text).toBe('meanwhile');
    expect((await messages.next()).value?.text).toBe('after');
  });

  test('is not fetched unless it was asked for, nor where nothing happened for a day', async () => {
    const off = await connectStill();
    await talk(off)('before');
    await away(off, () => talk(off)('meanwhile'));
    await pass(off.clock, 2000);
    expect(callsOf(off.emulator, 'conversations.history')).toEqual([]);

    const still = await connectStill({ catchUp: 'active' });
    const { caughtUp } = hear(still.slack);
    await talk(still)('before');
    await pass(still.clock, 25 * 3_600_000, 10_000);
    const known = caughtUp.length;
    await away(still, () => talk(still)('meanwhile'));
    await passUntil(still.clock, () => caughtUp.length > known);
    expect(caughtUp.at(-1)).toMatchObject({ messages: 0, channels: 0, truncated: false });
  }, 30_000);

  test('is fetched of every conversation that a function says yes to, also where nothing was heard before', async () => {
    const asked = new Set<string>();
    let quiet = '';
    const still = await connectStill({
      catchUp: (channel) => {
        asked.add(channel);
        return channel === quiet;
      },
    });
    const { clock, emulator, slack, channel } = still;
    const { texts, caughtUp } = hear(slack);
    const say = talk(still);
    quiet = channel;
    const others = emulator.control.channels().filter(({ id }) => id !== channel);
    await away(still, () => say('meanwhile'));
    await passUntil(clock, () => caughtUp.length === 1);
    expect(texts).toEqual(['+meanwhile']);
    expect(caughtUp[0]).toMatchObject({ messages: 1, channels: 1, truncated: false });
    expect(callsOf(emulator, 'users.conversations')).toHaveLength(1);
    expect(callsOf(emulator, 'conversations.history')).toHaveLength(1);
    expect(others.filter(({ id }) => asked.has(id)).length).toBeGreaterThan(0);
  });

  test('is fetched by no more calls than allowed, and what is left out is said', async () => {
    const still = await connectStill({ catchUp: { maxCalls: 2 } });
    const { clock, emulator, slack, channel } = still;
    const { texts, caughtUp } = hear(slack);
    const say = talk(still);
    await say('before');
    await away(still, async () => {
      for (let number = 0; number < 2500; number += 1) {
        emulator.control.say(channel, emulator.credentials.userName, `${number}`);
      }
    });
    await passUntil(clock, () => caughtUp.length === 1);
    expect(callsOf(emulator, 'conversations.history')).toHaveLength(2);
    expect(caughtUp[0]).toMatchObject({ messages: 1998, channels: 1, truncated: true });
    // What is newest was asked for first; it is told in its order.
    expect(texts.slice(1)).toEqual(Array.from({ length: 1998 }, (_, index) => `+${index + 502}`));
    await say('after');
    expect(texts.at(-1)).toBe('after');
  });

  test('of one conversation that Slack refuses does not hold up the others', async () => {
    const still = await connectStill({ catchUp: 'active' });
    const { clock, emulator, slack } = still;
    const { texts, caughtUp } = hear(slack);
    const say = talk(still);
    const { otherChannelId, botUserId, userName } = emulator.credentials;
    emulator.control.join(otherChannelId, botUserId);
    await say('here', {});
    emulator.control.say(otherChannelId, userName, 'there');
    await pass(clock, 100);
    emulator.control.refuseMethod('conversations.history', 'missing_scope', { times: 1 });
    await away(still, async () => {
      await say('meanwhile here');
      emulator.control.say(otherChannelId, userName, 'meanwhile there');
    });
    await passUntil(clock, () => caughtUp.length === 1);
    expect(texts.filter((text) => text.startsWith('+'))).toHaveLength(1);
    expect(caughtUp[0]).toMatchObject({ messages: 1, truncated: true });
  });

  test.each([
    ['no list of messages', '{"ok":true}'],
    ['things that are no messages', '{"ok":true,"messages":[null]}'],
  ])('goes on without a history that holds %s', async (_, body) => {
    const still = await connectStill({ catchUp: 'active' });
    const { clock, emulator, slack } = still;
    const { caughtUp } = hear(slack);
    const say = talk(still);
    await say('before', {});
    emulator.control.faults.add({
      match: { path: '/api/conversations.history' },
      fault: { kind: 'status', status: 200, body },
    });
    await away(still, async () => {
      await say('meanwhile');
    });
    await passUntil(clock, () => caughtUp.length === 1);
    expect(caughtUp[0]).toMatchObject({ messages: 0, truncated: true });
  });

  test('has the first replies of threads in it whose beginning was heard long before', async () => {
    const still = await connectStill({ catchUp: 'active' });
    const { clock, emulator, slack } = still;
    const { texts, caughtUp } = hear(slack);
    const say = talk(still);
    const question = await say('a question');
    await pass(clock, 3_600_000, 10_000);
    await say('something else');
    const last = caughtUp.length;
    await away(still, () => say('an answer', { threadTs: question }));
    await passUntil(clock, () => caughtUp.length > last);
    expect(texts.slice(-2)).toEqual(['something else', '+an answer']);
    expect(callsOf(emulator, 'conversations.replies')).toHaveLength(1);
    // Once more, since nothing said that there was nothing between the two answers.
    expect(callsOf(emulator, 'conversations.history')).toHaveLength(2);
  }, 30_000);

  test('is whole up to its last reply, also where the new connection is deaf from the start', async () => {
    const still = await connectStill({ catchUp: 'active' });
    const { clock, emulator, slack } = still;
    const { texts, caughtUp } = hear(slack);
    const say = talk(still);
    const question = await say('a question');
    await say('an answer', { threadTs: question });
    await pass(clock, 10_000, 1000);
    emulator.control.faults.add({
      match: { path: '/api/conversations.replies' },
      fault: { kind: 'delay', ms: 4000 },
    });
    await away(still, () => say('another answer', { threadTs: question }));
    await passUntil(clock, () => callsOf(emulator, 'conversations.replies').length === 1);
    emulator.control.cut('no events');
    await say('between the answers of Slack');
    await pass(clock, 3000);
    await say('the last answer', { threadTs: question });
    await say('later than all');
    await passUntil(clock, () => caughtUp.length === 1);
    expect(texts.slice(-3)).toEqual(['+another answer', '+between the answers of Slack', '+the last answer']);
  });

  test('is not looked for in threads to which nothing was added', async () => {
    const still = await connectStill({ catchUp: 'active' });
    const { clock, emulator, slack } = still;
    const { texts, caughtUp } = hear(slack);
    const say = talk(still);
    const question = await say('a question');
    await say('an answer', { threadTs: question });
    await pass(clock, 10_000, 1000);
    await say('something else');
    await away(still, () => say('meanwhile'));
    await passUntil(clock, () => caughtUp.length === 1);
    expect(texts.at(-1)).toBe('+meanwhile');
    expect(callsOf(emulator, 'conversations.replies')).toEqual([]);
  });

  test('is told with what waited for it, and no more than 10,000 messages wait', async () => {
    const still = await connectStill({ catchUp: 'active' });
    const { clock, emulator, slack, channel } = still;
    const { texts, caughtUp } = hear(slack);
    await talk(still)('before');
    emulator.control.faults.add({
      match: { path: '/api/conversations.history' },
      fault: { kind: 'hang' },
    });
    await away(still, () => talk(still)('meanwhile'));
    for (let number = 0; number < 10_000; number += 1) {
      emulator.control.say(channel, emulator.credentials.userName, `${number}`);
    }
    await pass(clock, 1000);
    expect(texts).toEqual(['before']);
    await talk(still)('one too many');
    expect(texts.slice(0, 3)).toEqual(['before', '0', '1']);
    expect(texts).toHaveLength(10_002);
    expect(texts.at(-1)).toBe('one too many');
    await passUntil(clock, () => caughtUp.length === 1, 5000);
    expect(caughtUp[0]).toMatchObject({ truncated: true });
  }, 30_000);

  test('waits as long as Slack asks for, and live messages of the conversation with it', async () => {
    const still = await connectStill({ catchUp: 'active' });
    const { clock, emulator, slack } = still;
    const { texts, caughtUp } = hear(slack);
    const say = talk(still);
    const { otherChannelId, botUserId, userName } = emulator.credentials;
    await say('before');
    await away(still, async () => {
      await say('meanwhile');
      emulator.control.faults.add({
        match: { path: '/api/conversations.history' },
        fault: { kind: 'status', status: 429, headers: { 'retry-after': '20' } },
      });
    });
    await pass(clock, 1000);
    const ts = await say('after');
    emulator.control.edit(still.channel, ts, 'after all');
    emulator.control.join(otherChannelId, botUserId);
    emulator.control.say(otherChannelId, userName, 'elsewhere');
    await pass(clock, 1000);
    expect(texts.filter((text) => text === 'before' || text === 'elsewhere')).toEqual([
      'before',
      'elsewhere',
    ]);
    expect(texts).not.toContain('after');
    await passUntil(clock, () => caughtUp.length === 1, 500);
    expect(texts.slice(-3)).toEqual(['+meanwhile', '+after all', 'message_changed']);
  });

  test('goes on with the next connection when this one falls, and nothing is told twice', async () => {
    const still = await connectStill({ catchUp: 'active' });
    const { clock, emulator, slack } = still;
    const { texts, caughtUp } = hear(slack);
    const say = talk(still);
    await say('before');
    delayHistories(emulator, 5000);
    await away(still, () => say('first gap'));
    await pass(clock, 1000);
    await say('between');
    expect(texts).toEqual(['before']);
    await away(still, () => say('second gap'));
    await say('after');
    await passUntil(clock, () => caughtUp.length === 1);
    expect(texts).toEqual(['before', '+first gap', '+between', '+second gap', 'after']);
    await pass(clock, 10_000, 100);
    expect(caughtUp).toHaveLength(1);
    expect(caughtUp[0]).toMatchObject({ messages: 3, channels: 1, truncated: false });
  });

  test('goes on when the connection is replaced meanwhile, and is asked for and told of once', async () => {
    const still = await connectStill({ catchUp: 'active' });
    const { clock, emulator, slack } = still;
    const { texts, caughtUp } = hear(slack);
    const say = talk(still);
    await say('before');
    delayHistories(emulator, 5000);
    await comeBack(clock, slack, () => fallSaying(still, 'meanwhile'));
    await replaceConnection(still);
    expect(texts).toEqual(['before']);
    await passUntil(clock, () => caughtUp.length > 0);
    await pass(clock, 15_000, 20);
    await say('after');
    expect(texts).toEqual(['before', '+meanwhile', 'after']);
    expect(caughtUp).toHaveLength(1);
    expect(callsOf(emulator, 'conversations.history')).toHaveLength(1);
  });

  test('is given up with the connection, also with one that took the place of another meanwhile', async () => {
    const still = await connectStill({ catchUp: 'active' });
    const { clock, emulator, slack } = still;
    const { texts, caughtUp } = hear(slack);
    await talk(still)('before');
    delayHistories(emulator, 5000);
    await comeBack(clock, slack, () => fallSaying(still, 'first gap'));
    await replaceConnection(still);
    await comeBack(clock, slack, () => fallSaying(still, 'second gap'));
    await passUntil(clock, () => caughtUp.length > 0);
    await pass(clock, 15_000, 20);
    expect(texts).toEqual(['before', '+first gap', '+second gap']);
    expect(caughtUp).toHaveLength(1);
    expect(caughtUp[0]).toMatchObject({ messages: 2, channels: 1, truncated: false });
  });

  test('ends with the client', async () => {
    const still = await connectStill({ catchUp: 'active' });
    const { clock, emulator, slack } = still;
    const { texts, caughtUp } = hear(slack);
    const say = talk(still);
    await say('before');
    delayHistories(emulator, 5000);
    await away(still, () => say('meanwhile'));
    await pass(clock, 100);
    const closing = slack.close();
    await pass(clock, 10_000, 100);
    await closing;
    expect(texts).toEqual(['before']);
    expect(caughtUp).toEqual([]);
  });

  test('of 30,000 messages is read at the reader’s pace', async () => {
    const still = await connectStill({ catchUp: { maxCalls: 40 } });
    const { clock, emulator, slack, channel } = still;
    const { caughtUp } = hear(slack);
    await talk(still)('before');
    const reader = slack.messages();
    await away(still, async () => {
      for (let number = 0; number < 30_000; number += 1) {
        emulator.control.say(channel, emulator.credentials.userName, `${number}`);
      }
    });
    await passUntil(clock, () => caughtUp.length === 1, 200);
    expect(caughtUp[0]).toMatchObject({ messages: 30_000, truncated: false });
    const read: unknown[] = [];
    for await (const { text } of reader) {
      read.push(text);
      if (read.length === 30_000) break;
    }
    expect(read).toEqual(Array.from({ length: 30_000 }, (_, number) => `${number}`));
  }, 60_000);
});

test('what is missing is found though a deaf connection takes more messages than are remembered', async () => {
  const still = await connectStill({ catchUp: 'active', paceSends: false, staleAfterMs: 30_000 });
  const { clock, emulator, slack, channel } = still;
  const { texts, caughtUp } = hear(slack);
  const say = talk(still);
  await say('before');
  emulator.control.cut('no events');
  await say('not heard');
  for (let number = 0; number < 250; number += 1) {
    const sent = slack.send(channel, `${number}`);
    await pass(clock, 100);
    await sent;
  }
  await passUntil(clock, () => caughtUp.length > 0);
  expect(texts.slice(0, 2)).toEqual(['before', '+not heard']);
});

describe('a message in doubt', () => {
  test(behaviour(40, 'what the history shows, with catch-up'), async () => {
    const still = await connectStill({ catchUp: 'active' }, { switches: { replayLostReply: false } });
    const { clock, emulator, slack, channel } = still;
    const { texts, caughtUp } = hear(slack);
    emulator.control.frameFaults.add({
      match: (text) => text.includes('"reply_to"'),
      fault: { kind: 'cut' },
    });
    emulator.control.configure({ fastReconnect: false });
    let sending: Promise<{ readonly ts: string }> = Promise.reject(new Error('not yet'));
    sending.catch(() => undefined);
    await comeBack(clock, slack, () => {
      sending = slack.send(channel, 'see https://example.com & more');
    });
    await passUntil(clock, () => caughtUp.length === 1);
    const stored = emulator.control.messages(channel).at(-1);
    expect(stored?.text).toBe('see <https://example.com> &amp; more');
    expect((await sending).ts).toBe(stored?.ts);
    // Who sent it knows it already.
    expect(texts).toEqual([]);
  });

  test('of a thread is found there', async () => {
    const still = await connectStill({ catchUp: 'active' }, { switches: { replayLostReply: false } });
    const { clock, emulator, slack, channel } = still;
    const threadTs = await talk(still)('a question');
    emulator.control.frameFaults.add({
      match: (text) => text.includes('"reply_to"'),
      fault: { kind: 'cut' },
    });
    emulator.control.configure({ fastReconnect: false });
    let sending: Promise<{ readonly ts: string }> = Promise.reject(new Error('not yet'));
    sending.catch(() => undefined);
    await comeBack(clock, slack, () => {
      sending = slack.send(channel, 'an answer', { threadTs });
    });
    await pass(clock, 7000);
    expect((await sending).ts).toBe(emulator.control.messages(channel).at(-1)?.ts);
  });

  test('that never arrived stays so', async () => {
    const still = await connectStill({ catchUp: 'active' });
    const { clock, emulator, slack, channel } = still;
    const say = talk(still);
    await say('before');
    // What is written to a connection that is dead does not arrive.
    emulator.control.cut('silence');
    const sending = rejection(slack.send(channel, 'into the void'));
    const removed = emulator.control.messages(channel).at(-1);
    await pass(clock, 100);
    const arrived = emulator.control.messages(channel).find(({ text }) => text === 'into the void');
    if (arrived !== undefined) emulator.control.remove(channel, arrived.ts);
    expect(removed?.text).toBe('before');
    await pass(clock, 62_000, 200);
    expect(await sending).toMatchObject({ kind: 'timeout', code: 'SEND_UNCONFIRMED' });
  });
});

test('what was sent and acknowledged does not come again as an event', async () => {
  const still = await connectStill({ catchUp: 'active' });
  const { clock, slack, channel } = still;
  const { texts, caughtUp } = hear(slack);
  await slack.send(channel, 'mine');
  await away(still, () => talk(still)('yours'));
  await passUntil(clock, () => caughtUp.length === 1);
  expect(texts).toEqual(['+yours']);
});

test.each([
  ['nothing that is known', 'some' as 'active'],
  ['no calls', { maxCalls: 0 }],
])('a choice of %s is refused at once', async (_name, catchUp) => {
  const error = await rejection(setUpRtm({ catchUp }));
  expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_OPTION' });
  expect(String(error)).toContain('catchUp');
});
