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
