import { expect, test } from 'vitest';
import { formatText } from '../../src/slack/text/format.js';
import { richTextBlock } from '../../src/slack/text/rich-text.js';
import { isTimestamp, microsOf, timestampOf } from '../../src/slack/timestamps.js';

test.each([
  ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
  ['already &amp; &lt;done&gt;', 'already &amp; &lt;done&gt;'],
  ['&nbsp; is no entity here', '&amp;nbsp; is no entity here'],
  ['see https://example.com.', 'see <https://example.com>.'],
  ['(https://example.com/a)', '(<https://example.com/a>)'],
  ['https://example.com/?a=1&b=2', '<https://example.com/?a=1&amp;b=2>'],
  ['<https://example.com|a page>', '<https://example.com|a page>'],
  ['<mailto:a@example.com|a@example.com>', '<mailto:a@example.com|a@example.com>'],
  [
    '<@U012AB3CD> <#C012AB3CD|general> <!here> <!subteam^S1>',
    '<@U012AB3CD> <#C012AB3CD|general> <!here> <!subteam^S1>',
  ],
  [
    '<!date^1392734382^Posted {date} at {time}^https://example.com/|in 2014>',
    '<!date^1392734382^Posted {date} at {time}^https://example.com/|in 2014>',
  ],
  ['<all> of <@you>', '&lt;all&gt; of &lt;@you&gt;'],
])('%s is stored as %s', (given, stored) => {
  expect(formatText(given)).toBe(stored);
  expect(formatText(stored)).toBe(stored);
});

test('rich text says the same in pieces', () => {
  expect(richTextBlock('<@U1> &amp; <#C1|c>: <https://example.com/?a=1&amp;b|x>, <!channel>', 'b1')).toEqual({
    type: 'rich_text',
    block_id: 'b1',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'user', user_id: 'U1' },
          { type: 'text', text: ' & ' },
          { type: 'channel', channel_id: 'C1' },
          { type: 'text', text: ': ' },
          { type: 'link', url: 'https://example.com/?a=1&b', text: 'x' },
          { type: 'text', text: ', ' },
          { type: 'broadcast', range: 'channel' },
        ],
      },
    ],
  });
});

const bold = { style: { bold: true } };

test.each<[string, string, readonly object[]]>([
  [
    'emphasis',
    'a *b* _c ~d~_ `*e* &lt;`',
    [
      { type: 'text', text: 'a ' },
      { type: 'text', text: 'b', ...bold },
      { type: 'text', text: ' ' },
      { type: 'text', text: 'c ', style: { italic: true } },
      { type: 'text', text: 'd', style: { italic: true, strike: true } },
      { type: 'text', text: ' ' },
      { type: 'text', text: '*e* <', style: { code: true } },
    ],
  ],
  [
    'marks within words',
    'snake_case_name 2*3*4 _italic * a *',
    [{ type: 'text', text: 'snake_case_name 2*3*4 _italic * a *' }],
  ],
  [
    'emphasis around mentions',
    '*ask <@U1> or <https://example.com|this>*',
    [
      { type: 'text', text: 'ask ', ...bold },
      { type: 'user', user_id: 'U1', ...bold },
      { type: 'text', text: ' or ', ...bold },
      { type: 'link', url: 'https://example.com', text: 'this', ...bold },
    ],
  ],
  [
    'emoji',
    ':tada::wave::skin-tone-3: :our_own: at 10:30:45',
    [
      { type: 'emoji', name: 'tada', unicode: '1f389' },
      { type: 'emoji', name: 'wave', unicode: '1f44b-1f3fc', skin_tone: 3 },
      { type: 'text', text: ' ' },
      { type: 'emoji', name: 'our_own' },
      { type: 'text', text: ' at 10:30:45' },
    ],
  ],
  [
    'calls and dates',
    '<!here|here> <!subteam^S1|@crew> <!date^1392734382^{date}|in 2014> <!foo|bar>',
    [
      { type: 'broadcast', range: 'here' },
      { type: 'text', text: ' ' },
      { type: 'usergroup', usergroup_id: 'S1' },
      { type: 'text', text: ' ' },
      { type: 'date', timestamp: 1_392_734_382, format: '{date}', fallback: 'in 2014' },
      { type: 'text', text: ' ' },
      { type: 'text', text: '<bar>' },
    ],
  ],
])('rich text has %s', (_, text, elements) => {
  expect(richTextBlock(text, 'b1')).toMatchObject({ elements: [{ type: 'rich_text_section', elements }] });
});

test('rich text keeps quotes and code of several lines apart', () => {
  const text =
    'look:\n&gt; one\n&gt; *two*\n```a &lt; <https://b.example|b>\n  c```\nand\n&gt;&gt;&gt;all\nthe rest';
  expect(richTextBlock(text, 'b1')).toMatchObject({
    elements: [
      { type: 'rich_text_section', elements: [{ type: 'text', text: 'look:\n' }] },
      {
        type: 'rich_text_quote',
        elements: [
          { type: 'text', text: 'one\n' },
          { type: 'text', text: 'two', ...bold },
        ],
      },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a < b\n  c' }] },
      { type: 'rich_text_section', elements: [{ type: 'text', text: 'and\n' }] },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'all\nthe rest' }] },
    ],
  });
});

test('timestamps are exact', () => {
  for (const ts of ['1355517523.000005', '1794000000.123459', '0000000000.000000']) {
    expect(timestampOf(microsOf(ts))).toBe(ts);
  }
  expect(['1355517523', '1355517523.5', '1.2.3', 'now', ''].map(isTimestamp)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
