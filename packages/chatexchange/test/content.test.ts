import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { hasMarkdown, isMentioned, mention, splitMessage, stripTags, toMarkdown } from '../src/index.js';

describe('hasMarkdown', () => {
  test.each([
    'plain words',
    'snake_case and more_snake_case',
    '2*3 and 4*5',
    '2 * 3 * 4',
    'a ** b ** c',
    '*one star',
    '**no end *',
    '5 * *',
    '_private_name',
    'a __ b __',
    '`one tick',
    'a`b`c',
    '` not this `',
    'a --- b --- c',
    '[not a tag]',
    'x[](y)',
    'mail bob@example.com',
    'a > b',
    'at 10:30 it ends',
    String.raw`C:\temp`,
    'two\nlines',
    '',
  ])('%j is plain', (text) => {
    expect(hasMarkdown(text)).toBe(false);
  });

  test.each([
    '    code',
    ':41294703 an answer',
    ':1234567890 an answer with a newer id',
    '`code`',
    'some ``co`de`` here',
    '*italic*',
    'so _italic_, too',
    '(*in brackets*)',
    '**bold**',
    '__bold__',
    '***both***',
    'mid***word** bold',
    'it is ---struck---.',
    '[text](http://example.com)',
    '[a link](https://example.com/a_(b) "with a title")',
    'http://example.com',
    'see https://example.com/x for it',
    '!https://example.com/x.png',
    'about [tag:javascript]',
    '[meta] knows',
    String.raw`not \*italic\*`,
    '> quoted',
    '@somebody hello',
    'plain\n*and not*',
  ])('%j is more than it says', (text) => {
    expect(hasMarkdown(text)).toBe(true);
  });
});

describe('mentions', () => {
  test.each([
    ['@JonClements hello', 'Jon Clements'],
    ['hello @jonclements', 'Jon Clements'],
    ['(@Jon) hello', 'Jon Clements'],
    ['@Jon: hello', 'Jon Clements'],
    ["@Jon's hat", 'Jon Clements'],
    ["the hat is @Jon's.", 'Jon Clements'],
    ["the hats are @Jon'", 'Jon Clements'],
    ['ask @Jon.', 'Jon Clements'],
    ['@andre, please', 'André'],
    ['@André, please', 'Andre'],
    ['@AJ', 'A J'],
    ['@M.K.', 'M.K. Smith'],
    ["@O'Brien?", "O'Brien"],
    ['@Zoë/@Jon', 'Jon Clements'],
  ])('%j calls %s', (text, name) => {
    expect(isMentioned(text, name)).toBe(true);
  });

  test.each([
    ['Jon Clements', 'Jon Clements'],
    ['@J', 'Jon Clements'],
    ['@Jo', 'Jon Clements'],
    ['@Jonathan', 'Jon Clements'],
    ['@Clements', 'Jon Clements'],
    ['mail jon@jon.example', 'Jon Clements'],
    ['@ Jon', 'Jon Clements'],
    ['@@123', '123'],
    ['', 'Jon'],
    ['@anybody', ''],
  ])('%j does not call %s', (text, name) => {
    expect(isMentioned(text, name)).toBe(false);
  });

  test.each(['Jon Clements', 'A J', 'André  du Pré', '日本 太郎', "O'Brien"])(
    '%s hears their own',
    (name) => {
      expect(mention(name)).not.toMatch(/\s/);
      expect(isMentioned(`hello ${mention(name)}, there`, name)).toBe(true);
    },
  );
});

describe('toMarkdown', () => {
  test.each([
    ['plain &amp; simple', 'plain & simple'],
    ['snake_case, 2*3 and a lone ` or [', 'snake_case, 2*3 and a lone ` or ['],
    ['<b>bold</b> <i>italic</i> <strike>gone</strike>', '**bold** *italic* ---gone---'],
    ['<b><i>both</i></b>', '***both***'],
    ['<i>see <b>this</b></i>', '_see **this**_'],
    ['not &#42;italic&#42;', String.raw`not \*italic\*`],
    ['not *italic* on a page', String.raw`not \*italic\* on a page`],
    ['<code>a_b</code> and <code>a`b</code>', '`a_b` and ``a`b``'],
    ['<code>&#96;ticks&#96;</code>', '`\\`ticks\\``'],
    [
      '<a href="//askubuntu.com/q/1" title="why?">this [one]</a>',
      String.raw`[this \[one\]](https://askubuntu.com/q/1 "why?")`,
    ],
    ['<a href="https://x.org/a_(b)" rel="nofollow">it</a>', '[it](https://x.org/a_(b))'],
    ['<a href="https://x.org/)" rel="nofollow">it</a>', '[it](https://x.org/%29)'],
    [
      'see <a href="https://www.example.com/long/path" rel="nofollow">example.com/long/&hellip;</a>',
      'see https://www.example.com/long/path',
    ],
    ['<a href="//x.com/questions/tagged/c%23"><span class="ob-post-tag">c#</span></a>', '[tag:c#]'],
    [String.raw`a path \&#95;x`, String.raw`a path \\_x`],
    ["<div class='full'>a *b* <br> c &lt;</div>", 'a *b*\nc <'],
    ["<div class='full'>first <br>  <br> third</div>", 'first\n\nthird'],
    [
      '<div class="full">see <a href="https://x.org/y" rel="nofollow">x.org/y</a> <br> b</div>',
      'see https://x.org/y\nb',
    ],
    ["<pre class='full'>if (a) {\n  b();\n}</pre>", '    if (a) {\n      b();\n    }'],
    ['&gt; quoted', '> quoted'],
    [
      '<div class="onebox ob-image"><a rel="nofollow" href="//i.sstatic.net/x.png"><img src="//i.sstatic.net/x.png" class="user-image" alt="user image" /></a></div>',
      'https://i.sstatic.net/x.png',
    ],
    [
      '<div class="onebox ob-image"><a href="//example.com/x"><img src="//example.com/x" class="user-image" /></a></div>',
      '!https://example.com/x',
    ],
    [
      '<div class="onebox ob-message"><a class="roomname" href="/transcript/message/4#4"><span title="2017-11-21 17:27:50Z">yesterday</span></a>, by <span class="user-name">Bob</span><br><div class="quote">hi</div></div>',
      '/transcript/message/4#4',
    ],
    ['<blink>so</blink> it <b></b>is', 'so it is'],
    ['', ''],
  ])('%s', (html, markdown) => {
    expect(toMarkdown(html)).toBe(markdown);
  });
});

describe('splitMessage', () => {
  const many = (count: number, each: string): string => Array.from({ length: count }, () => each).join('');

  test('leaves alone what fits', () => {
    expect(splitMessage('short', 'words')).toEqual(['short']);
    expect(splitMessage('x'.repeat(500), 'lines')).toHaveLength(1);
    expect(splitMessage(`a\r\n${'b'.repeat(600)}`, 'lines')).toEqual([`a\n${'b'.repeat(600)}`]);
  });

  test('cuts a line between words', () => {
    const text = many(150, 'word ');
    const parts = splitMessage(text, 'words');
    expect(parts.map(({ length }) => length)).toEqual([499, 250]);
    expect(parts.join(' ')).toBe(text);
  });

  test.each([
    ['a link', '[two words](https://example.com/a "a title")'],
    ['an address', 'https://example.com/a/rather/long/address'],
    ['code', '`some code here`'],
    ['a mention', '@Somebody'],
  ])('does not cut %s', (_what, whole) => {
    for (let before = 440; before < 500; before += 1) {
      const parts = splitMessage(`${many(before / 2, 'x ')}${whole} and ${many(30, 'so on ')}`, 'words');
      expect(parts.some((part) => part.includes(whole))).toBe(true);
      expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(500);
    }
  });

  test('does not cut a character, an address or a mention out of a long word', () => {
    expect(splitMessage(`x${'😀'.repeat(300)}`, 'words')).toEqual([`x${'😀'.repeat(249)}`, '😀'.repeat(51)]);
    const address = `http://example.com/${'y'.repeat(90)}`;
    expect(splitMessage(`${'x'.repeat(450)}${address}`, 'words')).toEqual(['x'.repeat(450), address]);
    expect(splitMessage(`${'x'.repeat(495)}.@Somebody`, 'words')).toEqual([
      `${'x'.repeat(495)}.`,
      '@Somebody',
    ]);
  });

  test('cuts lines at their ends, and with words long ones within', () => {
    const line = `${many(40, 'word ')}end`;
    const text = Array.from({ length: 120 }, () => line).join('\n');
    const parts = splitMessage(text, 'lines');
    expect(parts).toHaveLength(3);
    expect(parts.join('\n')).toBe(text);
    const long = `${many(4000, 'word ')}\nend`;
    expect(splitMessage(long, 'words').every((part) => part.length <= 10_000)).toBe(true);
  });

  test('gives a single line that is too long for one a line before it', () => {
    const [first, second, third, last] = ['first', 'x'.repeat(5000), 'y'.repeat(4900), 'z'.repeat(700)];
    expect(splitMessage([first, second, third, last].join('\n'), 'lines')).toEqual([
      `${first}\n${second}`,
      `${third}\n${last}`,
    ]);
  });

  test('keeps code indented', () => {
    const text = Array.from({ length: 3 }, () => `    ${many(1000, 'word ')}`).join('\n');
    const parts = splitMessage(text, 'words');
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every((part) => part.split('\n').every((line) => line.startsWith('    w')))).toBe(true);
  });

  test.each([
    ['a line', 'x '.repeat(300), 'lines'],
    ['a long line of several', `a\n${'x '.repeat(6000)}`, 'lines'],
    ['an address', `https://example.com/${'x'.repeat(500)}`, 'words'],
    ['code', `\`${'x '.repeat(300)}\``, 'words'],
  ] as const)('refuses %s that cannot be cut', async (_what, text, how) => {
    expect(await rejection((async () => splitMessage(text, how))())).toMatchObject({
      kind: 'usage',
      code: 'MESSAGE_TOO_LONG',
    });
  });
});

test('stripTags leaves out tags and reads entities, and does nothing else', () => {
  expect(stripTags('<div class="full">a <br> b</div>')).toBe('a  b');
  expect(stripTags('<img src="x.png" /> 1 &lt; 2 &amp;lt; <a title="a > b">c</a>')).toBe(' 1 < 2 &lt; c');
});
