import { describe, expect, test } from 'vitest';
import {
  broadcastMention,
  channelMention,
  dateText,
  escapeMrkdwn,
  formatMrkdwn,
  groupMention,
  link,
  markdownToMrkdwn,
  messageToMarkdown,
  mrkdwnToMarkdown,
  mrkdwnToText,
  parseMrkdwn,
  unescapeMrkdwn,
  userMention,
  type MrkdwnSegment,
} from '../src/mrkdwn/index.js';

const text = (content: string): MrkdwnSegment => ({ type: 'text', text: content });
const names = {
  userName: (id: string): string | undefined => ({ U1: 'ann', U2: 'b_b' })[id],
  channelName: (id: string): string | undefined => ({ C1: 'general' })[id],
  groupName: (id: string): string | undefined => ({ S1: 'editors' })[id],
};

describe('mrkdwn is read', () => {
  test.each<[string, unknown]>([
    ['', []],
    ['a &amp; b &lt;c&gt; &copy; &amp;lt;', [text('a & b <c> &copy; &lt;')]],
    ['*b*', [{ type: 'bold', content: [text('b')] }]],
    ['(_i_)', [text('('), { type: 'italic', content: [text('i')] }, text(')')]],
    [
      '*b _i ~s~_*',
      [
        {
          type: 'bold',
          content: [
            text('b '),
            { type: 'italic', content: [text('i '), { type: 'strike', content: [text('s')] }] },
          ],
        },
      ],
    ],
    ['2*3*4 and snake_case_name', [text('2*3*4 and snake_case_name')]],
    ['* not *, *not\nbold*', [text('* not *, *not\nbold*')]],
    ['*open and _it_', [text('*open and '), { type: 'italic', content: [text('it')] }]],
    ['`a *b* &lt;` c', [{ type: 'code', text: 'a *b* <' }, text(' c')]],
    ['x ```a\n*b*``` y', [text('x '), { type: 'preformatted', text: 'a\n*b*' }, text(' y')]],
    ['`<https://a.example|a.example>`', [{ type: 'code', text: 'a.example' }]],
    ['``` open', [text('``` open')]],
    [
      '<@U1> <@W2|bob> <#C1|general> <!subteam^S1|@editors>',
      [
        { type: 'user', id: 'U1' },
        text(' '),
        { type: 'user', id: 'W2', label: 'bob' },
        text(' '),
        { type: 'channel', id: 'C1', label: 'general' },
        text(' '),
        { type: 'usergroup', id: 'S1', label: '@editors' },
      ],
    ],
    [
      '<!here> <!channel|x>',
      [{ type: 'broadcast', range: 'here' }, text(' '), { type: 'broadcast', range: 'channel', label: 'x' }],
    ],
    [
      '<https://a.example/?b=1&amp;c=2|a &gt; b>',
      [{ type: 'link', url: 'https://a.example/?b=1&c=2', label: 'a > b' }],
    ],
    ['<mailto:a@b.example|a@b.example>', [{ type: 'link', url: 'mailto:a@b.example', label: 'a@b.example' }]],
    [
      '<!date^1392734382^{date} at {time}^https://a.example|then>',
      [
        {
          type: 'date',
          timestamp: 1_392_734_382,
          format: '{date} at {time}',
          url: 'https://a.example',
          fallback: 'then',
        },
      ],
    ],
    ['<!new^thing|shown>', [{ type: 'special', name: 'new^thing', label: 'shown' }]],
    ['a < b, <no token>', [text('a < b, <no token>')]],
    [':wave::skin-tone-3: 10:30:45', [{ type: 'emoji', name: 'wave', skinTone: 3 }, text(' 10:30:45')]],
    [
      'a\n&gt; b\n> *c*\nd',
      [
        text('a\n'),
        { type: 'quote', toEnd: false, content: [text('b\n'), { type: 'bold', content: [text('c')] }] },
        text('\nd'),
      ],
    ],
    ['>>> a\n> b', [{ type: 'quote', toEnd: true, content: [text('a\n> b')] }]],
  ])('%j', (mrkdwn, segments) => {
    expect(parseMrkdwn(mrkdwn)).toEqual(segments);
  });
});

describe('mrkdwn becomes Markdown', () => {
  test.each<[string, string]>([
    ['*b* _i_ ~s~ `c`', '**b** *i* ~~s~~ `c`'],
    [
      '<@U1> <@U2> <@U3> <#C1> <!subteam^S1> <!here>',
      '**@ann** **@b\\_b** **@U3** #general **@editors** @here',
    ],
    ['*<@U1> b* hi<@U1> *a*_b_', '**@ann b** hi@ann **a**\u200B*b*'],
    ['2 * 3 _ [x](y) #1 \\ | `', '2 \\* 3 \\_ \\[x\\](y) \\#1 \\\\ \\| \\`'],
    ['1. one\n- two\n+ three', '1\\. one\\\n\\- two\\\n\\+ three'],
    ['&lt;b&gt; &amp;amp;', '\\<b\\> \\&amp;'],
    ['a\nb\n\nc', 'a\\\nb\n\nc'],
    ['list:\n• one\n    ◦ two\nend', 'list:\n\n- one\n  - two\n\nend'],
    ['a\n> b\n> c\nd', 'a\n\n> b\\\n> c\n\nd'],
    ['>>> a\n\nb', '> a\n>\n> b'],
    ['see ```\nx < y\n```', 'see\n\n```\nx < y\n```'],
    [
      '<https://a.example/(x)|a [b]> <https://a.example>',
      '[a \\[b\\]](https://a.example/%28x%29) <https://a.example>',
    ],
    ['<mailto:a@b.example|write>', '[write](mailto:a@b.example)'],
    ['<javascript:alert(1)|click>', 'click'],
    ['<!date^1392734382^{date_num} {time_secs}|then>', '2014-02-18 2:39:42 PM'],
    [
      '<!date^1392734382^{date_long}^https://a.example|then>',
      '[Tuesday, February 18, 2014](https://a.example)',
    ],
    ['<!new|shown> <!new>', '\\<shown\\> \\<!new\\>'],
    [':+1: :+1::skin-tone-2: :parrot_blob:', '👍 👍🏻 :parrot_blob:'],
  ])('%j', (mrkdwn, markdown) => {
    expect(mrkdwnToMarkdown(mrkdwn, names)).toBe(markdown);
  });

  test('with dates in the time zone that is wanted, and emoji by their names', () => {
    const mrkdwn = '<!date^1392734382^{time}|then> :+1:';
    expect(mrkdwnToMarkdown(mrkdwn, { timeZone: 'Asia/Tokyo', emoji: 'shortcode' })).toBe('11:39 PM :+1:');
    expect(() => mrkdwnToMarkdown(mrkdwn, { timeZone: 'Nowhere' })).toThrow(RangeError);
  });

  test('with the images of the workspace, through aliases that end', () => {
    const emojiList = {
      cat: 'https://a.example/cat.png',
      kitty: 'alias:cat',
      one: 'alias:two',
      two: 'alias:one',
    };
    expect(mrkdwnToMarkdown(':kitty: :one:', { emojiList })).toBe(
      '![:kitty:](https://a.example/cat.png) :one:',
    );
  });
});

describe('a message becomes Markdown', () => {
  const section = (...elements: object[]): object => ({ type: 'rich_text_section', elements });
  const list = (style: string, indent: number, ...items: string[]): object => ({
    type: 'rich_text_list',
    style,
    indent,
    elements: items.map((item) => section({ type: 'text', text: item })),
  });
  const shown = (...elements: object[]): string =>
    messageToMarkdown({ text: 'not this', blocks: [{ type: 'rich_text', elements }] }, names);

  test('by its rich text', () => {
    const bold = { bold: true };
    expect(
      shown(
        section(
          { type: 'text', text: 'Hi ' },
          { type: 'user', user_id: 'U1' },
          { type: 'text', text: ' *no* ' },
          { type: 'text', text: 'b', style: bold },
          { type: 'text', text: 'i ', style: { bold: true, italic: true } },
          { type: 'text', text: 'x<y', style: { code: true } },
          { type: 'text', text: ' ' },
          { type: 'link', url: 'https://a.example', text: 'page' },
          { type: 'emoji', name: 'tada', unicode: '1f389' },
          { type: 'broadcast', range: 'here' },
          { type: 'channel', channel_id: 'C1' },
          { type: 'date', timestamp: 1_392_734_382, format: '{date_num}', fallback: 'then' },
          { type: 'color', value: '#fff' },
          { type: 'never_seen' },
        ),
      ),
    ).toBe('Hi **@ann** \\*no\\* **b*i*** `x<y` [page](https://a.example)🎉@here#general2014-02-18`#fff`');
  });

  test('with its lists, quotes and code', () => {
    const preformatted = { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'x\ny' }] };
    const quote = { type: 'rich_text_quote', elements: [{ type: 'text', text: 'a\nb' }] };
    expect(shown(list('bullet', 0, 'one', 'two'), list('bullet', 1, 'deep'), quote, preformatted)).toBe(
      '- one\n- two\n  - deep\n\n> a\\\n> b\n\n```\nx\ny\n```',
    );
    expect(shown(list('ordered', 0, 'one', 'two'), section({ type: 'text', text: '1. no' }))).toBe(
      '1. one\n2. two\n\n1\\. no',
    );
  });

  test('by its text when it has none', () => {
    expect(messageToMarkdown({ text: '*b*' })).toBe('**b**');
    expect(messageToMarkdown({ text: '*b*', blocks: [{ type: 'divider' }, null, 7] })).toBe('**b**');
    expect(messageToMarkdown({})).toBe('');
  });
});

describe('Markdown becomes mrkdwn', () => {
  test.each<[string, string]>([
    ['**b** __b__ *i* _i_ ~~s~~ `c`', '*b* *b* _i_ _i_ ~s~ `c`'],
    ['***both***', '*_both_*'],
    ['# News #\n\ntext', '*News*\n\ntext'],
    ['- one\n  * two\n1. three', '• one\n    • two\n1. three'],
    ['> a\n> **b**\n\nc', '> a\n> *b*\n\nc'],
    ['```js\na < b\n```', '```\na &lt; b\n```'],
    [
      '[page](https://a.example "title") ![cat](https://a.example/cat.png) <https://a.example>',
      '<https://a.example|page> <https://a.example/cat.png|cat> <https://a.example>',
    ],
    ['a < b & c &lt; &#65;', 'a &lt; b &amp; c &lt; A'],
    ['\\# \\[no link\\]', '# [no link]'],
    ['a\\\nb  \nc', 'a\nb\nc'],
    ['2 \\* 3', '2 * 3'],
    ['\\*not bold\\*', '\u2060*not bold\u2060*'],
    ['in**wo**rd', 'in\u200B*wo*\u200Brd'],
    ['***', '———'],
    ['[relative](/page) **open', '[relative](/page) **open'],
  ])('%j', (markdown, mrkdwn) => {
    expect(markdownToMrkdwn(markdown)).toBe(mrkdwn);
  });
});

test('mrkdwn becomes plain text', () => {
  const mrkdwn = '*Hi* <@U1> in <#C1>: <https://a.example|page>, <https://b.example> `x` :tada: &lt;';
  expect(mrkdwnToText(mrkdwn, names)).toBe(
    'Hi @ann in #general: page (https://a.example), https://b.example x 🎉 <',
  );
});

describe('what is written', () => {
  test('is read as what was meant', () => {
    expect(unescapeMrkdwn(escapeMrkdwn('<@U1> & &amp;'))).toBe('<@U1> & &amp;');
    expect(parseMrkdwn(userMention('U1', 'a>b'))).toEqual([{ type: 'user', id: 'U1', label: 'a>b' }]);
    expect(parseMrkdwn(channelMention('C1'))).toEqual([{ type: 'channel', id: 'C1' }]);
    expect(parseMrkdwn(groupMention('S1'))).toEqual([{ type: 'usergroup', id: 'S1' }]);
    expect(parseMrkdwn(broadcastMention('everyone'))).toEqual([{ type: 'broadcast', range: 'everyone' }]);
    expect(parseMrkdwn(link('https://a.example/a|b?c&d', 'x | y'))).toEqual([
      { type: 'link', url: 'https://a.example/a%7Cb?c&d', label: 'x | y' },
    ]);
    expect(dateText(new Date(1_392_734_382_000))).toBe(
      '<!date^1392734382^{date_short} {time}|2014-02-18T14:39:42.000Z>',
    );
  });

  test('holds no mark that was not meant', () => {
    expect(formatMrkdwn([text('*no*')])).toBe('\u2060*no\u2060*');
    expect(formatMrkdwn([text('2 * 3')])).toBe('2 * 3');
  });

  test.each([
    () => userMention('ann'),
    () => channelMention(''),
    () => groupMention('S1|x'),
    () => link('example.org'),
    () => link('https://a.example/ b'),
    () => dateText(new Date(Number.NaN)),
    () => dateText(new Date(0), { format: 'a^b' }),
  ])('is refused when it would be something else: %s', (make) => {
    expect(make).toThrow(expect.objectContaining({ kind: 'usage', code: 'INVALID_REQUEST' }) as Error);
  });
});
