import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import {
  extract,
  format,
  readLog,
  writeLog,
  type FormatOptions,
  type LogHeader,
  type LogMessage,
  type LogRecord,
} from '../src/logs/index.js';
import { behaviour } from './behaviours.js';
import { all, textOf } from './logs.js';
import { setUpWeb } from './setup.js';

const header: LogHeader = {
  type: 'header',
  version: 1,
  workspace: { id: 'T1', name: 'Acme', url: 'https://acme.slack.com/' },
  channel: { id: 'C1', name: 'general', kind: 'channel' },
  range: { start: null, end: null },
  threads: true,
  tool: 'a test',
};

/** A message of Ann's, so many seconds after noon of the first of May 2024. */
function message(seconds: number, fields: Partial<LogMessage> & { readonly [field: string]: unknown } = {}) {
  return {
    type: 'message',
    ts: `${1_714_564_800 + seconds}.000100`,
    user: 'U1',
    text: 'hello',
    _channel: 'C1',
    _user_name: 'ann',
    _display_name: 'Ann Lee',
    ...fields,
  } satisfies LogMessage;
}

/** What is written of messages, below the top. */
async function body(messages: readonly LogRecord[], options?: FormatOptions): Promise<string> {
  const text = await textOf(format([header, ...messages], options));
  return text.replace(/^[^]*?\n(?=### )/, '').trimEnd();
}

/** What is written of one message, below the heading of the day. */
async function line(fields: Parameters<typeof message>[1], options?: FormatOptions): Promise<string> {
  return (await body([message(0, fields)], options)).replace('### 2024-05-01\n\n', '');
}

describe('a log', () => {
  test(behaviour(148, 'a title, a heading for each day and a paragraph for each message'), async () => {
    const records = [
      header,
      message(0, { text: 'Good morning <@U2>', _mentions: { U2: 'tom' } }),
      message(61, { user: 'U2', _user_name: 'tom', text: 'Hi *all*' }),
      message(86_400, { subtype: 'me_message', text: 'waves' }),
    ];
    expect(await textOf(format(records))).toBe(`# #general

- Workspace: Acme
- Time zone: UTC

### 2024-05-01

**12:00:00** **@ann**: Good morning **@tom**

**12:01:01** **@tom**: Hi **all**

### 2024-05-02

**12:00:00** _**@ann** waves_

`);
  });

  test(behaviour(148, 'the same log is the same text, however it is read and ordered'), async () => {
    const records = [header, message(1), message(5, { thread_ts: message(1).ts }), message(3), message(2)];
    const once = await textOf(format(records));
    expect(await textOf(format(records))).toBe(once);
    expect(await textOf(format(records.toReversed()))).toBe(once);
    expect(await textOf(format(readLog(writeLog(records))))).toBe(once);
    expect(await textOf(format(readLog(writeLog(records, 'json'))))).toBe(once);
    const bytes = new TextEncoder().encode(await textOf(writeLog(records)));
    const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(await textOf(format(readLog(pieces)))).toBe(once);
  });

  test('several become one, each message once, with what was edited last', async () => {
    const edited = message(2, { text: 'new', edited: { user: 'U1', ts: '1714570000.000000' } });
    const logs = [
      { name: 'a.ndjson', records: [header, message(0), edited, message(4)] },
      { name: 'b.ndjson', records: [header, message(4), message(2, { text: 'old' }), message(3)] },
    ];
    const text = await textOf(format(logs));
    expect(text).toContain('- Inputs: `a.ndjson`, `b.ndjson`\n');
    expect(text.match(/^\*\*.*$/gm)).toEqual([
      '**12:00:00** **@ann**: hello',
      '**12:00:02** **@ann**: new (edited)',
      '**12:00:03** **@ann**: hello',
      '**12:00:04** **@ann**: hello',
    ]);
    expect((await textOf(format(logs.toReversed()))).replace(/- Inputs.*/, '')).toBe(
      text.replace(/- Inputs.*/, ''),
    );
  });

  test('of several conversations says where each message is', async () => {
    const other = { ...header, channel: { id: 'C2', name: 'random', kind: 'channel' } } as const;
    const text = await textOf(format([header, other, message(0), message(0, { _channel: 'C2' })]));
    expect(text).toContain('# #general, #random\n');
    expect(text.match(/^\*\*.*$/gm)).toEqual([
      '**12:00:00** (#general) **@ann**: hello',
      '**12:00:00** (#random) **@ann**: hello',
    ]);
  });

  test('without messages is its top', async () => {
    expect(await textOf(format([]))).toBe('# Slack log\n\n- Time zone: UTC\n\n');
  });

  test('has a title of its own, and the time when it was written, where that is wanted', async () => {
    const text = await textOf(format([header], { title: 'May_2024', generated: new Date(0) }));
    expect(text).toMatch(/^# May\\_2024\n/);
    expect(text).toContain('- Generated: 1970-01-01T00:00:00.000Z\n');
  });

  test('has days and times of the zone that is wanted', async () => {
    const night = [message(36_001), message(43_199), message(43_200)];
    expect(await body(night, { timeZone: 'Europe/Vienna' })).toBe(
      '### 2024-05-02\n\n**00:00:01** **@ann**: hello\n\n**01:59:59** **@ann**: hello\n\n**02:00:00** **@ann**: hello',
    );
    // An hour that is there twice, when summer time ends.
    const autumn = [1_729_987_200, 1_729_990_800].map((seconds) => message(0, { ts: `${seconds}.000000` }));
    expect((await body(autumn, { timeZone: 'Europe/Vienna' })).match(/^\*\*\d\d/gm)).toEqual([
      '**02',
      '**02',
    ]);
    const error = await rejection(textOf(format([header], { timeZone: 'Europe/Nowhere' })));
    expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
  });
});

describe('a thread', () => {
  test(behaviour(148, 'replies are quotes below what they reply to, in their order'), async () => {
    const { ts: root } = message(0);
    const day = 86_400;
    expect(
      await body([
        message(0, { thread_ts: root, reply_count: 3 }),
        message(10),
        message(5, { thread_ts: root, text: 'one\ntwo' }),
        message(20, { thread_ts: root, subtype: 'thread_broadcast', text: 'for all' }),
        message(day, { thread_ts: root, text: 'late' }),
        message(day + 1),
      ]),
    ).toBe(`### 2024-05-01

**12:00:00** **@ann**: hello

> **12:00:05** **@ann**: one\\
> two
>
> **12:00:20** **@ann**: for all *(also sent to the channel)*
>
> **2024-05-02 12:00:00** **@ann**: late

**12:00:10** **@ann**: hello

### 2024-05-02

**12:00:01** **@ann**: hello`);
  });

  test('whose beginning is not in the log stands where that was', async () => {
    expect(await body([message(9), message(10, { thread_ts: message(3).ts })])).toBe(`### 2024-05-01

**12:00:03** _(a message that is not in this log)_

> **12:00:10** **@ann**: hello

**12:00:09** **@ann**: hello`);
  });
});

describe('a message', () => {
  test.each<[string, Parameters<typeof message>[1], string]>([
    ['marks', { text: '*b* _i_ ~s~ `c`' }, '**@ann**: **b** *i* ~~s~~ `c`'],
    ['what Markdown would read', { text: '# 1 * 2 _ [x]' }, '**@ann**: \\# 1 \\* 2 \\_ \\[x\\]'],
    ['entities', { text: 'a &lt; b &amp;&amp; c' }, '**@ann**: a \\< b \\&\\& c'],
    ['links', { text: '<https://x.example/?a=1|the page>' }, '**@ann**: [the page](https://x.example/?a=1)'],
    ['channels', { text: '<#C2> <#C3|ops>', _mentions: { C2: 'random' } }, '**@ann**: #random #ops'],
    ['groups', { text: '<!subteam^S1> <!here>', _mentions: { S1: 'crew' } }, '**@ann**: **@crew** @here'],
    ['somebody unknown', { text: '<@U9>' }, '**@ann**: **@U9**'],
    ['emoji', { text: 'done :tada: :acme:' }, '**@ann**: done 🎉 :acme:'],
    ['lines', { text: 'one\ntwo' }, '**@ann**: one\\\ntwo'],
    ['a quote', { text: '&gt; said' }, '**@ann**:\n\n> said'],
    ['code', { text: '```\ncode\n```' }, '**@ann**:\n\n```\ncode\n```'],
    ['bullets', { text: '• one\n• two' }, '**@ann**:\n\n- one\n- two'],
    ['a list that is none', { text: '- one' }, '**@ann**: \\- one'],
    ['a date', { text: '<!date^1714564800^{date_num} {time}|then>' }, '**@ann**: 2024-05-01 12:00 PM'],
    ['a name with marks', { _user_name: 'a_b*' }, '**@a\\_b\\***: hello'],
    ['an edit', { edited: { user: 'U1', ts: '1714564900.000000' } }, '**@ann**: hello (edited)'],
    [
      'an edit of code',
      { text: '```code```', edited: { user: 'U1', ts: '1714564900.000000' } },
      '**@ann**:\n\n```\ncode\n```\n\n(edited)',
    ],
    ['a bot', { bot_id: 'B1', username: 'deploy', _user_name: 'deploy' }, '**@deploy**: hello'],
    ['nothing', { text: '' }, '**@ann**:'],
  ])('with %s', async (_, fields, expected) => {
    expect(await line(fields)).toBe(`**12:00:00** ${expected}`);
  });

  test('prefers what its blocks say', async () => {
    const elements = [
      { type: 'text', text: 'exactly ' },
      { type: 'user', user_id: 'U2' },
    ];
    const blocks = [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
    expect(await line({ text: 'roughly', blocks, _mentions: { U2: 'tom' } })).toBe(
      '**12:00:00** **@ann**: exactly **@tom**',
    );
  });

  test('of an app without a text has what its blocks show', async () => {
    const blocks = [
      { type: 'header', text: { type: 'plain_text', text: 'Build 7' } },
      { type: 'section', text: { type: 'mrkdwn', text: '*passed*' }, fields: [{ text: 'in 3 s' }] },
      { type: 'divider' },
      { type: 'context', elements: [{ type: 'mrkdwn', text: 'by ann' }] },
      { type: 'image', image_url: 'https://x.example/a.png', alt_text: 'a chart' },
    ];
    expect(await line({ text: '', blocks })).toBe(
      '**12:00:00** **@ann**: Build 7\\\n**passed**\\\nin 3 s\\\nby ann\\\na chart',
    );
  });

  test.each([
    ['channel_join', '<@U1> has joined the channel', '_**@ann** has joined the channel_'],
    ['channel_topic', '<@U1> set the topic: *tea*', '_**@ann** set the topic: **tea**_'],
    ['tombstone', 'This message was deleted.', '_This message was deleted._'],
    ['huddle_thread', '', '_huddle thread_'],
  ])('of Slack’s own is in italics: %s', async (subtype, text, expected) => {
    expect(await line({ subtype, text, _mentions: { U1: 'ann' } })).toBe(`**12:00:00** ${expected}`);
  });

  test('shows reactions, with who reacted', async () => {
    const reactions = [
      { name: '+1::skin-tone-2', count: 2, users: ['U1', 'U2'], users_name: ['ann', 'tom'] },
      { name: 'a_b', count: 5, users: ['U3'], users_name: ['a*b'] },
    ];
    expect(await line({ reactions })).toBe(
      '**12:00:00** **@ann**: hello\n\n👍🏻 ×2 (ann, tom) · :a\\_b: ×5 (a\\*b, …)',
    );
    expect(await line({ reactions: reactions.slice(0, 1) }, { emoji: 'shortcode' })).toBe(
      '**12:00:00** **@ann**: hello\n\n:+1::skin-tone-2: ×2 (ann, tom)',
    );
  });

  test('shows files as links, as images where they were saved', async () => {
    const link = 'https://acme.slack.com/files/U1/F1/a.png';
    const files = [
      { id: 'F1', name: 'a.png', title: 'A [1]', mimetype: 'image/png', permalink: link },
      { id: 'F2', name: 'b c.png', mimetype: 'image/png', permalink: link, _path: 'log.files/F2-b c.png' },
      { id: 'F3', name: 'c.txt' },
      { id: 'F4', mode: 'tombstone' },
    ];
    expect(await line({ text: '', files })).toBe(
      [
        '**12:00:00** **@ann**:',
        `[A \\[1\\]](${link})`,
        '![b c.png](log.files/F2-b%20c.png)',
        'c.txt',
        '*(a file that was deleted)*',
      ].join('\n\n'),
    );
  });

  test('shows attachments as quotes', async () => {
    const attachments = [
      {
        pretext: 'look',
        author_name: 'CI',
        title: 'Build 7',
        title_link: 'https://ci.example/7',
        text: '*red*\nagain',
        fields: [{ title: 'Branch', value: '`main`' }],
        footer: 'ci.example',
        fallback: 'not shown',
      },
      { fallback: 'a picture', image_url: 'https://ci.example/7.png' },
      { fallback: 'only this' },
    ];
    expect(await line({ attachments })).toBe(`**12:00:00** **@ann**: hello

look

> *CI*
>
> **[Build 7](https://ci.example/7)**
>
> **red**\\
> again
>
> **Branch**: \`main\`
>
> *ci.example*

> ![image](https://ci.example/7.png)

> only this`);
  });
});

describe('an option', () => {
  test('chooses by which names people are called', async () => {
    const fields = {
      text: 'hi <@U2>',
      _mentions: { U2: 'tom' },
      _display_names: { U2: 'Tom Ray' },
    };
    expect(await line(fields, { names: 'display' })).toBe('**12:00:00** **@Ann Lee**: hi **@Tom Ray**');
    const names = (id: string): string | undefined => ({ U2: 'T.' })[id];
    expect(await line(fields, { names })).toBe('**12:00:00** **@ann**: hi **@T.**');
  });

  test('chooses how struck text is written', async () => {
    const fields = { text: '~gone~' };
    expect(await line(fields, { flavour: 'commonmark' })).toBe('**12:00:00** **@ann**: <del>gone</del>');
  });

  test('chooses names or images for emoji', async () => {
    const fields = { text: ':tada: :acme:' };
    expect(await line(fields, { emoji: 'shortcode' })).toBe('**12:00:00** **@ann**: :tada: :acme:');
    const emojiList = { acme: 'https://x.example/acme.png' };
    expect(await line(fields, { emojiList })).toBe(
      '**12:00:00** **@ann**: 🎉 ![:acme:](https://x.example/acme.png)',
    );
  });
});

describe('reading', () => {
  const read = (text: string): Promise<LogRecord[]> => all(readLog([text]));

  test('takes what Slack itself exports and answers', async () => {
    const { _channel, _user_name, _display_name, ...raw } = message(0);
    const profile = { name: 'ann', display_name: 'Ann' };
    const exported = JSON.stringify([{ ...raw, user_profile: profile }], undefined, 4);
    expect(await read(exported)).toMatchObject([{ _user_name: 'ann', _display_name: 'Ann', _channel: '' }]);
    expect(await read(JSON.stringify({ ok: true, messages: [raw] }))).toMatchObject([{ _user_name: 'U1' }]);
    expect(await read('[]')).toEqual([]);
    expect(await read('')).toEqual([]);
  });

  test('fills in the channel from the header above', async () => {
    const { _channel, ...raw } = message(0);
    const records = await read(`\uFEFF${JSON.stringify(header)}\r\n${JSON.stringify(raw)}\r\n`);
    expect(records).toMatchObject([{ type: 'header' }, { _channel: 'C1' }]);
  });

  test('says in which line there is no JSON', async () => {
    const error = await rejection(read(`${JSON.stringify(header)}\n{"type":"mess`));
    expect(error).toMatchObject({ kind: 'usage', code: 'UNREADABLE_LOG' });
    expect(String(error)).toContain('line 2');
    expect(await rejection(read('no log'))).toMatchObject({ code: 'UNREADABLE_LOG' });
  });
});

test('what is extracted can be formatted', async () => {
  const { emulator, web } = await setUpWeb();
  const { channelId, userName, channelName } = emulator.credentials;
  const start = emulator.control.say(channelId, userName, 'a question');
  emulator.control.say(channelId, userName, 'an answer', { threadTs: start });
  const records = await all(extract(web, { conversation: channelId, start }));
  const text = await textOf(format(readLog(writeLog(records))));
  expect(text.split('\n')[0]).toBe(`# #${channelName}`);
  expect(text).toMatch(/^\*\*\d\d:\d\d:\d\d\*\* \*\*@\w+\*\*: a question\n\n> .*: an answer\n$/m);
});
