import { describe, expect, test } from 'vitest';
import {
  bold,
  code,
  entity,
  hashtag,
  hyperlink,
  image,
  italic,
  link,
  list,
  mention,
  message,
  orderedList,
  paragraph,
  strikethrough,
  text,
  underline,
  type Content,
  type MessageBodyInput,
} from '../src/index.js';
import { setUp } from './setup.js';

const usage = expect.objectContaining({ kind: 'usage', code: 'INVALID_REQUEST' }) as Error;
const userId = '005E0000000FpoxIAC';

/** A body as one line: `<Bold>` and `</Bold>` for markup, words for words. */
function sketch({ messageSegments }: MessageBodyInput): string {
  return messageSegments
    .map((segment) => {
      if (segment.type === 'MarkupBegin') return `<${segment.markupType}>`;
      if (segment.type === 'MarkupEnd') return `</${segment.markupType}>`;
      return segment.type === 'Text' ? segment.text : `[${segment.type}]`;
    })
    .join('');
}

describe('message', () => {
  test('is a template with pieces between the words', () => {
    expect(message`Hello ${mention(userId)}, see ${hashtag('frogs')}${'!'}`).toEqual({
      messageSegments: [
        { type: 'Text', text: 'Hello ' },
        { type: 'Mention', id: userId },
        { type: 'Text', text: ', see ' },
        { type: 'Hashtag', tag: 'frogs' },
        { type: 'Text', text: '!' },
      ],
    });
  });

  test('is a function of pieces as well', () => {
    expect(message('Hello ', mention(userId))).toEqual(message`Hello ${mention(userId)}`);
    expect(message(text('a'), 'b', 3)).toEqual({ messageSegments: [{ type: 'Text', text: 'ab3' }] });
    expect(message()).toEqual({ messageSegments: [] });
  });

  test('makes one piece of words that stand together, and none of nothing', () => {
    const [name, nothing] = ['Ann', ''];
    expect(message`Hello ${name}${nothing}`).toEqual({
      messageSegments: [{ type: 'Text', text: 'Hello Ann' }],
    });
  });

  test('takes 10,000 characters, however they are counted', () => {
    expect(message('a'.repeat(10_000)).messageSegments).toHaveLength(1);
    expect(message('\u{1F600}'.repeat(10_000)).messageSegments).toHaveLength(1);
    expect(() => message('a'.repeat(10_001))).toThrow(/10000 characters; this one has 10001/);
    expect(() => message('a'.repeat(6000), bold('b'.repeat(6000)))).toThrow(usage);
  });

  test('takes 25 mentions', () => {
    const many = (count: number): Content[] => Array.from({ length: count }, () => mention(userId));
    expect(message(...many(25)).messageSegments).toHaveLength(25);
    expect(() => message(...many(26))).toThrow(usage);
  });
});

describe('pieces', () => {
  test('are what the service documents', () => {
    expect(
      message(
        mention(userId),
        mention({ username: 'ann@example.com' }),
        mention({ id: '0F9E0000000FpoxKAC'.slice(0, 15) }),
        link('https://example.com'),
        entity('001E0000000Fpox'),
        image('069E0000000Fpox', 'A plan'),
        image({ id: '069E0000000Fpox' }),
      ),
    ).toEqual({
      messageSegments: [
        { type: 'Mention', id: userId },
        { type: 'Mention', username: 'ann@example.com' },
        { type: 'Mention', id: '0F9E0000000Fpox' },
        { type: 'Link', url: 'https://example.com' },
        { type: 'EntityLink', entityId: '001E0000000Fpox' },
        { type: 'InlineImage', fileId: '069E0000000Fpox', altText: 'A plan' },
        { type: 'InlineImage', fileId: '069E0000000Fpox' },
      ],
    });
  });

  test('a hashtag goes without its sign', () => {
    expect(hashtag('#summer party')).toEqual([{ type: 'Hashtag', tag: 'summer party' }]);
  });

  test.each([
    ['a mention of a post', () => mention('0D5E0000000Fpox')],
    ['a mention of no id', () => mention('ann')],
    ['a mention of nobody', () => mention({ username: '' })],
    ['a hashtag that would end early', () => hashtag('a]b')],
    ['an empty hashtag', () => hashtag('#')],
    ['an image that is a user', () => image(userId)],
    ['an entity without id', () => entity('')],
    ['an empty link', () => link(' ')],
    ['a hyperlink to a script', () => hyperlink('javascript:alert(1)', 'a')],
    ['a hyperlink to nowhere', () => hyperlink('https://', 'a')],
    ['a list of nothing', () => list()],
    ['code with markup in it', () => code(bold('a') as unknown as string)],
  ])('%s is refused', (_what, make) => {
    expect(make).toThrow(usage);
  });
});

describe('markup', () => {
  test.each([
    ['bold', bold('a'), '<Bold>a</Bold>'],
    ['italic', italic('a'), '<Italic>a</Italic>'],
    ['underline', underline('a'), '<Underline>a</Underline>'],
    ['strikethrough', strikethrough('a'), '<Strikethrough>a</Strikethrough>'],
    ['code', code('a < b'), '<Code>a < b</Code>'],
    ['paragraph', paragraph('a'), '<Paragraph>a</Paragraph>'],
    ['an empty line', paragraph(), '<Paragraph>&nbsp;</Paragraph>'],
    [
      'list',
      list('a', bold('b')),
      '<UnorderedList><ListItem>a</ListItem><ListItem><Bold>b</Bold></ListItem></UnorderedList>',
    ],
    ['ordered list', orderedList('a'), '<OrderedList><ListItem>a</ListItem></OrderedList>'],
    ['nested', bold('a ', italic('b'), ' c'), '<Bold>a <Italic>b</Italic> c</Bold>'],
  ])('%s', (_what, segments, expected) => {
    expect(sketch(message(segments))).toBe(expected);
  });

  test('a hyperlink has its address where it begins', () => {
    expect(message(hyperlink({ url: 'https://example.com/', altText: 'The plan' }, 'plan'))).toEqual({
      messageSegments: [
        { type: 'MarkupBegin', markupType: 'Hyperlink', url: 'https://example.com/', altText: 'The plan' },
        { type: 'Text', text: 'plan' },
        { type: 'MarkupEnd', markupType: 'Hyperlink' },
      ],
    });
  });

  test('is balanced whatever is put into whatever', () => {
    const wrappers = [bold, italic, underline, strikethrough, paragraph, list, orderedList];
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const grow = (depth: number): Content => {
      if (depth === 0) return ['a', 1, code('c'), mention(userId)][random(4)] ?? '';
      const wrap = wrappers[random(wrappers.length)] ?? bold;
      return wrap(...Array.from({ length: 1 + random(3) }, () => grow(random(depth))));
    };
    for (let round = 0; round < 200; round += 1) {
      let built = sketch(message(grow(5)));
      // From the inside out: what begins and ends around words only.
      for (let before = ''; before !== built;) {
        before = built;
        built = built.replaceAll(/<(\w+)>[^<>]*<\/\1>/g, '');
      }
      expect(built).not.toMatch(/[<>]/);
    }
  });
});

test('the service takes what is built, and gives it back', async () => {
  const { emulator, chatter } = await setUp();
  const { body } = await chatter.feed_elements.post({
    feedElementType: 'FeedItem',
    subjectId: 'me',
    body: message`Hello ${mention(emulator.credentials.otherUserId)}: ${bold('now ', italic('or'), ' never')}${list(
      'bread',
      hashtag('cheese'),
    )}`,
  });
  expect(body.isRichText).toBe(true);
  expect(body.text).toMatch(/^Hello @.+: now or neverbread#cheese$/);
});
