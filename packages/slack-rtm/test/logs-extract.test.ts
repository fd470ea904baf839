import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { addMicros, compareTs, createSlackWeb, toPermalink } from '../src/index.js';
import { extract, sortLog, type LogCheckpoint, type LogRecord } from '../src/logs/index.js';
import { behaviour } from './behaviours.js';
import { all, extracted, messagesIn } from './logs.js';
import { setUpWeb } from './setup.js';

/** A workspace with a channel in which so many have just been said. */
async function setUpTalk(count: number) {
  const { emulator, web } = await setUpWeb();
  const { control, credentials } = emulator;
  const { channelId: channel, userName, userId } = credentials;
  const say = (text: string, threadTs?: string): string =>
    control.say(channel, userName, text, threadTs === undefined ? {} : { threadTs });
  const said = Array.from({ length: count }, (_, index) => say(`number ${index}`));
  const calls = (method: string): number => control.requests.matching({ path: `/api/${method}` }).length;
  return { emulator, control, credentials, web, channel, userName, userId, say, said, calls };
}

const textsOf = (records: readonly LogRecord[]): (string | undefined)[] =>
  messagesIn(records).map(({ text }) => text);

describe('the range', () => {
  test(behaviour(147, 'messages at both bounds are in it'), async () => {
    const { web, channel, said } = await setUpTalk(5);
    const [, start, , end] = said;
    const found = await extracted(web, { conversation: channel, start, end });
    expect(found.map(({ ts }) => ts)).toEqual(said.slice(1, 4));
  });

  test('is in the header as it was asked for', async () => {
    const { web, channel, credentials } = await setUpTalk(0);
    const header = (conversation: string, range: object): Promise<LogRecord[]> =>
      all(extract(web, { conversation, ...range, tool: 'a test', generated: new Date(0) }));
    expect((await header(channel, { start: '2024-05-01', end: '2024-05-01' }))[0]).toEqual({
      type: 'header',
      version: 1,
      workspace: {
        id: credentials.teamId,
        name: expect.any(String) as unknown,
        url: expect.stringMatching(/^https:/) as unknown,
      },
      channel: { id: channel, name: credentials.channelName, kind: 'channel' },
      range: { start: '1714521600.000000', end: '1714607999.999999' },
      threads: true,
      tool: 'a test',
      generated: '1970-01-01T00:00:00.000Z',
    });
    expect((await header(channel, {}))[0]).toMatchObject({ range: { start: null, end: null } });
  });

  test.each([
    [new Date('2024-05-01T12:00:00.5Z'), '1714564800.500000', '1714564800.500999'],
    ['1714564800.000042', '1714564800.000042', '1714564800.000042'],
    ['1714564800', '1714564800.000000', '1714564800.000000'],
    ['2024-05-01T12:00', '1714564800.000000', '1714564859.999999'],
    ['2024-05-01 12:00:00', '1714564800.000000', '1714564800.999999'],
    ['2024-05-01T12:00:00.1234Z', '1714564800.123400', '1714564800.123499'],
    ['2024-05-01T14:00:00+02:00', '1714564800.000000', '1714564800.999999'],
  ])('takes %s as a bound', async (moment, start, end) => {
    const { web, channel } = await setUpTalk(0);
    const [header] = await all(extract(web, { conversation: channel, start: moment, end: moment }));
    expect(header).toMatchObject({ range: { start, end } });
  });

  test.each([
    ['start', 'yesterday'],
    ['start', '2024-13-01'],
    ['start', new Date(Number.NaN)],
    ['end', '2023-01-01'],
    ['pageSize', 0],
    ['pageSize', 1000],
    ['files', 'all'],
    ['conversation', 'no name'],
    ['conversation', '#'],
  ])('or another option that cannot be is refused: %s %s', async (name, value) => {
    const { web, channel } = await setUpTalk(0);
    const options = { conversation: channel, start: '2024-01-01', [name]: value };
    const error = await rejection(all(extract(web, options as never)));
    expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
    expect(String(error)).toContain(name);
  });
});

describe('pages', () => {
  test.each([1, 2, 3])(
    behaviour(147, 'nothing comes twice or not at all where pages of %i meet'),
    async (pageSize) => {
      const { web, channel, say, said, control } = await setUpTalk(6);
      const replies = [1, 2, 3, 4].map((number) => say(`reply ${number}`, said[2]));
      control.configure({ shortPages: true });
      const whole = await extracted(web, { conversation: channel });
      expect(whole.map(({ ts }) => ts).slice(-10)).toEqual([...said, ...replies]);
      const paged = await extracted(web, { conversation: channel, pageSize });
      expect(paged).toEqual(whole);
    },
  );

  test.each(['conversations.history', 'conversations.replies'])(
    behaviour(147, 'a cursor of %s that expires on the way loses and doubles nothing'),
    async (method) => {
      const { web, channel, say, said, control, calls } = await setUpTalk(6);
      for (let number = 0; number < 6; number += 1) say(`reply ${number}`, said[2]);
      const whole = await extracted(web, { conversation: channel });
      control.refuseMethod(method, 'invalid_cursor', { skip: 2 });
      const before = calls(method);
      const paged = await all(extract(web, { conversation: channel, pageSize: 2 }));
      expect(calls(method) - before).toBeGreaterThan(3);
      expect(messagesIn(paged)).toHaveLength(whole.length);
      expect(messagesIn(await all(sortLog(paged)))).toEqual(whole);
    },
  );

  test('are asked for when they are needed, one after the other', async () => {
    const { web, channel, calls } = await setUpTalk(9);
    const reading = extract(web, { conversation: channel, pageSize: 3 });
    expect((await reading.next()).value).toMatchObject({ type: 'header' });
    expect(calls('conversations.history')).toBe(0);
    const first = await reading.next();
    await reading.next();
    expect(first.value).toMatchObject({ text: 'number 8' });
    expect(calls('conversations.history')).toBe(1);
    await reading.return();
  });

  test('wait as long as Slack says', async () => {
    const { web, channel, said, control, calls } = await setUpTalk(5);
    control.limitMethod('conversations.history', { perMinute: 60, burst: 1 });
    const found = await extracted(web, { conversation: channel, start: said[0], pageSize: 3 });
    expect(found.map(({ ts }) => ts)).toEqual(said);
    expect(calls('conversations.history')).toBeGreaterThan(2);
  });

  test('come newest first, each message before its replies', async () => {
    const { web, channel, say, said } = await setUpTalk(3);
    say('first reply', said[1]);
    say('second reply', said[1]);
    const records = await all(extract(web, { conversation: channel, start: said[0] }));
    expect(textsOf(records)).toEqual(['number 2', 'number 1', 'first reply', 'second reply', 'number 0']);
    const sorted = messagesIn(await all(sortLog(records)));
    expect(sorted.map(({ ts }) => ts)).toEqual(sorted.map(({ ts }) => ts).toSorted(compareTs));
    const threads = await all(sortLog(records, 'threads'));
    expect(textsOf(threads)).toEqual(['number 0', 'number 1', 'first reply', 'second reply', 'number 2']);
  });
});

describe('threads', () => {
  test(
    behaviour(147, 'replies are there, and one that was sent to the channel too is there once'),
    async () => {
      const { web, channel, say, said } = await setUpTalk(2);
      const reply = say('in the thread', said[0]);
      const { ts: broadcast } = await web.chat.postMessage({
        channel,
        text: 'for all',
        thread_ts: said[0],
        reply_broadcast: true,
      });
      const found = await extracted(web, { conversation: channel, start: said[0] });
      expect(found.map(({ ts }) => ts)).toEqual([...said, reply, broadcast]);
      expect(found.map((message) => message._broadcast)).toEqual([undefined, undefined, undefined, true]);
    },
  );

  test('are left out where they are not wanted, but for what was sent to the channel too', async () => {
    const { web, channel, say, said, calls } = await setUpTalk(1);
    say('in the thread', said[0]);
    const thread = { channel, thread_ts: said[0], reply_broadcast: true };
    await web.chat.postMessage({ ...thread, text: 'for all' });
    const found = await extracted(web, { conversation: channel, start: said[0], threads: false });
    expect(found.map(({ text }) => text)).toEqual(['number 0', 'for all']);
    expect(calls('conversations.replies')).toBe(0);
  });

  test('keep only the replies within the range', async () => {
    const { web, channel, say, said } = await setUpTalk(1);
    const replies = [1, 2, 3].map((number) => say(`reply ${number}`, said[0]));
    const found = await extracted(web, { conversation: channel, start: said[0], end: replies[1] });
    expect(found.map(({ text }) => text)).toEqual(['number 0', 'reply 1', 'reply 2']);
  });

  test('that began before the range are found by a reply to the channel, or by threadsFrom', async () => {
    const { web, channel, say, said } = await setUpTalk(3);
    const [told, quiet, over] = said;
    say('too early', over);
    const start = addMicros(say('too early', told), 1);
    say('found by the next one', told);
    await web.chat.postMessage({ channel, text: 'for all', thread_ts: told, reply_broadcast: true });
    say('found by looking back', quiet);
    const found = async (options: object): Promise<(string | undefined)[]> =>
      (await extracted(web, { conversation: channel, start, ...options })).map(({ text }) => text);
    expect(await found({})).toEqual(['found by the next one', 'for all']);
    expect(await found({ threadsFrom: told })).toEqual([
      'found by the next one',
      'for all',
      'found by looking back',
    ]);
  });
});

describe('names', () => {
  test(behaviour(147, 'users of whom nothing can be learned do not stop it'), async () => {
    const { web, channel, control, say, userId } = await setUpTalk(0);
    const start = say(`hello <@UGONE0001> and <@${userId}>`);
    control.refuseMethod('users.info', 'user_not_found', { times: Infinity });
    await web.chat.postMessage({ channel, text: 'a bot' });
    const found = await extracted(web, { conversation: channel, start });
    expect(found).toMatchObject([
      { _user_name: userId, _display_name: userId, text: `hello <@UGONE0001> and <@${userId}>` },
      { text: 'a bot', _user_name: expect.not.stringMatching(/^[UB]/) as unknown },
    ]);
    expect(found[0]).not.toHaveProperty('_mentions');
  });

  test('any other failure ends it', async () => {
    const { web, channel, control } = await setUpTalk(1);
    control.refuseMethod('users.info', 'token_revoked');
    expect(await rejection(all(extract(web, { conversation: channel })))).toMatchObject({
      kind: 'auth',
      code: 'token_revoked',
    });
  });

  test('of authors, of those who are mentioned and of those who reacted are told, and asked for once', async () => {
    const { web, channel, control, say, said, userName, userId, credentials, calls } = await setUpTalk(3);
    const other = credentials.otherChannelId;
    const ts = say(`<@${userId}> see <#${other}> and <#CUNKNOWN1>`);
    control.react(channel, userName, ts, 'eyes');
    const found = await extracted(web, { conversation: channel, start: said[0] });
    const { real_name: realName, profile } = (await web.users.info({ user: userId })).user;
    const display = profile?.display_name || realName;
    expect(found.at(-1)).toMatchObject({
      _channel: channel,
      _user_name: userName,
      _display_name: display,
      _mentions: { [userId]: userName, [other]: expect.stringMatching(/^[a-z-]+$/) as unknown },
      _display_names: { [userId]: display },
      reactions: [{ name: 'eyes', count: 1, users: [userId], users_name: [userName] }],
    });
    expect(calls('users.info')).toBe(2);
  });

  test('stay out of the text, unless they are wanted in it', async () => {
    const { web, channel, say, userId, userName } = await setUpTalk(0);
    const start = say(`<@${userId}>: hi`);
    const [plain] = await extracted(web, { conversation: channel, start });
    expect(plain?.text).toBe(`<@${userId}>: hi`);
    const [inlined] = await extracted(web, { conversation: channel, start, inlineNames: true });
    expect(inlined?.text).toBe(`<@${userId}|${userName}>: hi`);
  });
});

describe('a conversation', () => {
  test.each<[string, (found: { channelId: string; channelName: string; ts: string }) => string]>([
    ['its id', ({ channelId }) => channelId],
    ['its name', ({ channelName }) => `#${channelName}`],
    ['its name in capitals', ({ channelName }) => `#${channelName.toUpperCase()}`],
    ['the address of a message', ({ channelId: channel, ts }) => toPermalink('acme', { channel, ts })],
  ])('is found by %s', async (_, reference) => {
    const { web, channel, credentials, said } = await setUpTalk(1);
    const conversation = reference({ ...credentials, ts: said[0] ?? '' });
    const [header] = await all(extract(web, { conversation, start: said[0] }));
    expect(header).toMatchObject({ channel: { id: channel, name: credentials.channelName } });
  });

  test('with a user is opened', async () => {
    const { web, userName, userId } = await setUpTalk(0);
    for (const conversation of [`@${userName}`, userId]) {
      const [header] = await all(extract(web, { conversation }));
      expect(header).toMatchObject({ channel: { name: `@${userName}`, kind: 'im' } });
    }
  });

  test('is found by a token that may see a part of what there is', async () => {
    const { emulator, channel, credentials } = await setUpTalk(1);
    const { control } = emulator;
    const scopes = ['channels:history', 'channels:read', 'users:read'];
    const tokenWith = (given: readonly string[]): string =>
      control.issueToken({ kind: 'bot', classic: false, user: credentials.botUserId, scopes: given });
    const headerOf = async (token: string, conversation: string): Promise<LogRecord | undefined> => {
      const web = createSlackWeb({ token, baseUrl: credentials.apiUrl });
      return (await all(extract(web, { conversation })))[0];
    };
    const named = { channel: { id: channel, name: credentials.channelName } };
    expect(await headerOf(tokenWith(scopes), `#${credentials.channelName}`)).toMatchObject(named);
    const blind = tokenWith(['channels:history']);
    expect(await headerOf(blind, channel)).toMatchObject({ channel: { id: channel, name: channel } });
    expect(await rejection(headerOf(blind, `#${credentials.channelName}`))).toMatchObject({
      kind: 'refused',
      code: 'missing_scope',
    });
  });

  test.each(['#nowhere', '@nobody'])('that is not there is said: %s', async (conversation) => {
    const { web } = await setUpTalk(0);
    const error = await rejection(all(extract(web, { conversation })));
    expect(error).toMatchObject({ kind: 'usage', code: 'NOT_FOUND' });
    expect(String(error)).toContain(conversation);
  });

  test('that the token may not read is refused in the words of Slack', async () => {
    const { web, credentials } = await setUpTalk(0);
    const error = await rejection(all(extract(web, { conversation: credentials.otherChannelId })));
    expect(error).toMatchObject({ kind: 'refused', code: 'not_in_channel' });
  });
});

describe('an extraction that was stopped', () => {
  /** What is in a log up to its last checkpoint. */
  function kept(records: readonly LogRecord[]): { done: LogRecord[]; resume: LogCheckpoint | undefined } {
    const at = records.findLastIndex(({ type }) => type === 'checkpoint');
    return { done: records.slice(0, at + 1), resume: records[at] as LogCheckpoint | undefined };
  }

  test.each([0, 3, 5, 8, 11, 14, 100])(
    behaviour(147, 'it goes on where it was, after %i records'),
    async (stopAfter) => {
      const { web, channel, say, said } = await setUpTalk(7);
      for (const number of [1, 2, 3]) say(`reply ${number}`, said[4]);
      say('another', said[1]);
      const options = { conversation: channel, start: said[0], pageSize: 3 };
      const whole = await all(extract(web, options));
      const { done, resume } = kept(whole.slice(0, stopAfter));
      const rest = await all(extract(web, { ...options, resume }));
      expect(rest.some(({ type }) => type === 'header')).toBe(resume === undefined);
      expect(messagesIn([...done, ...rest])).toEqual(messagesIn(whole));
      expect([...done, ...rest].at(-1)).toMatchObject({ type: 'checkpoint', done: true, count: 11 });
    },
  );

  test(behaviour(147, 'a failure on the way costs nothing that was there before'), async () => {
    const { web, channel, control, said } = await setUpTalk(9);
    const options = { conversation: channel, start: said[0], pageSize: 2 };
    control.refuseMethod('conversations.history', 'fatal_error', { skip: 3, times: Infinity });
    const records: LogRecord[] = [];
    const error = await rejection(
      (async () => {
        for await (const record of extract(web, { ...options, retries: 0 })) records.push(record);
      })(),
    );
    expect(error).toMatchObject({ code: 'fatal_error' });
    control.faults.clear();
    // The cursor has expired meanwhile.
    control.refuseMethod('conversations.history', 'invalid_cursor');
    const { done, resume } = kept(records);
    const rest = await all(extract(web, { ...options, resume }));
    expect(messagesIn([...done, ...rest]).map(({ ts }) => ts)).toEqual(said.toReversed());
  });
});

test(
  behaviour(147, 'half a year is whole, whatever the size of its pages, and however often cursors expire'),
  async () => {
    const { emulator, web } = await setUpWeb({}, { growth: { users: 20, messages: 200 } });
    const { control } = emulator;
    const ofControl = control.messages('chronicle').map(({ ts }) => ts);
    for (const pageSize of [7, 50, 999]) {
      control.configure({ shortPages: pageSize === 7 });
      const records: LogRecord[] = [];
      for await (const record of extract(web, { conversation: '#chronicle', pageSize })) {
        if (records.push(record) % 20 === 0) control.expireCursors();
      }
      expect(messagesIn(await all(sortLog(records))).map(({ ts }) => ts)).toEqual(
        ofControl.toSorted(compareTs),
      );
      expect(messagesIn(records)).toHaveLength(ofControl.length);
    }
  },
  30_000,
);
