import { describe, expect, test } from 'vitest';
import { escapeHtml } from '../../src/stack-exchange/content/escape.js';
import { linkAddresses } from '../../src/stack-exchange/content/link-addresses.js';
import { isCalled, mentionedNames, superPinged } from '../../src/stack-exchange/content/mentions.js';
import { renderContent } from '../../src/stack-exchange/content/render.js';

const render = (source: string, showsAll = false): string =>
  renderContent(source, {
    tagHost: 'meta.stackexchange.com',
    showsAll,
    showsPictures: true,
    quoted: () => undefined,
  });

describe('a single line', () => {
  describe.each<[string, readonly (readonly [string, string])[]]>([
    [
      'what is no Markdown stays text, escaped',
      [
        [`<b> & "quotes" 'n' so on`, '&lt;b&gt; &amp; &quot;quotes&quot; &#39;n&#39; so on'],
        ['> a quote is the business of pages', '&gt; a quote is the business of pages'],
        ['https://example.com/a_b_c stays an address', 'https://example.com/a_b_c stays an address'],
        ['@Name stays a name', '@Name stays a name'],
        ['    indented', '    indented'],
        // Nothing that somebody writes is taken for a mark of the renderer.
        ['\u{E000}0\u{E002} `x`', '\u{FFFD}0\u{FFFD} <code>x</code>'],
      ],
    ],
    [
      'a backslash takes the meaning from eight characters',
      [
        [String.raw`\` \* \_ \[ \] \( \)`, '&#96; &#42; &#95; &#91; &#93; &#40; &#41;'],
        [String.raw`\*not italic\* \[tag\]`, '&#42;not italic&#42; &#91;tag&#93;'],
        [String.raw`\a \- \\`, String.raw`\a \- \\`],
        [String.raw`\[x](https://example.com)`, '&#91;x](https://example.com)'],
        // It is an entity that stands there then, and no bracket after which italics could begin.
        [String.raw`\(*a*\)`, '&#40;*a*&#41;'],
      ],
    ],
    [
      'code is left alone',
      [
        ['`*x* <y>` and ``a ` b``', '<code>*x* &lt;y&gt;</code> and <code>a ` b</code>'],
        ['(`a`)', '(<code>a</code>)'],
        ['_`a`', '_<code>a</code>'],
        ['x`a`', 'x`a`'],
        ['` no` code', '` no` code'],
        ['`no`` code', '`no`` code'],
        ['`a`` b`', '<code>a`` b</code>'],
        ['`unfinished', '`unfinished'],
        ['`[x](https://example.com)`', '<code>[x](https://example.com)</code>'],
      ],
    ],
    [
      'bold opens after a blank or certain characters, and two lines also close before them only',
      [
        ['**bold** and __bold__', '<b>bold</b> and <b>bold</b>'],
        ...[',', '(', "'", '"', '[', '{', '-'].map(
          (before) => [`${before}**a**`, `${escapeHtml(before)}<b>a</b>`] as const,
        ),
        ...[' ', ',', '?', '!', '.', ';', ':', ')', ']', '}', '-'].map(
          (after) => [`__a__${after}`, `<b>a</b>${after}`] as const,
        ),
        ['**a**b', '<b>a</b>b'],
        ['__a__b', '__a__b'],
        ['a**b**', 'a**b**'],
        ['a__b__', 'a__b__'],
        ['** not bold ** and __ not bold __', '** not bold ** and __ not bold __'],
        ['***both***', '<b><i>both</i></b>'],
        ['**bold with *italic* inside**', '<b>bold with <i>italic</i> inside</b>'],
      ],
    ],
    [
      'italics follow the same rules, and can touch tags',
      [
        ['*italic* and _italic_.', '<i>italic</i> and <i>italic</i>.'],
        ['snake_case_name and 2*3*4', 'snake_case_name and 2*3*4'],
        ['* not italic * and _ not italic _', '* not italic * and _ not italic _'],
        ['*a*b', '<i>a</i>b'],
        ['_a_b', '_a_b'],
        ['`x`*a*', '<code>x</code><i>a</i>'],
        ['_a_`x`', '<i>a</i><code>x</code>'],
        ['x>*a*', 'x&gt;*a*'],
      ],
    ],
    [
      'three hyphens strike out',
      [
        ['---gone---, all of it', '<strike>gone</strike>, all of it'],
        ['a---b---c', 'a---b---c'],
        ['--- a ---', '--- a ---'],
        ['---*a*---', '<strike><i>a</i></strike>'],
      ],
    ],
    [
      'links begin after a blank, and have one of three schemes',
      [
        ['[here](https://askubuntu.com/q/1)', '<a href="//askubuntu.com/q/1">here</a>'],
        [
          '[there](http://example.com/a_(b) "a title")',
          '<a href="http://example.com/a_(b)" title="a title" rel="nofollow noopener noreferrer">there</a>',
        ],
        [
          '[files](ftp://example.com/x)',
          '<a href="ftp://example.com/x" rel="nofollow noopener noreferrer">files</a>',
        ],
        ['[**bold**](https://stackoverflow.com)', '<a href="//stackoverflow.com"><b>bold</b></a>'],
        ['x[y](https://example.com)', 'x[y](https://example.com)'],
        ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
        ['[x](//example.com)', '[x](//example.com)'],
        ['[x](https://example.com/((a)))', '[x](https://example.com/((a)))'],
        [
          '[x](https://example.com/"onclick="y)',
          '<a href="https://example.com/&quot;onclick=&quot;y" rel="nofollow noopener noreferrer">x</a>',
        ],
      ],
    ],
    [
      'tags are known to the server, other words in brackets stay',
      [
        [
          'try [tag:c++]',
          'try <a href="//meta.stackexchange.com/questions/tagged/c%2B%2B"><span class="ob-post-tag">c++</span></a>',
        ],
        ['[unknown] stays', '[unknown] stays'],
        ['[tag:a b] stays', '[tag:a b] stays'],
        ['[tag:a](x) stays', '[tag:a](x) stays'],
      ],
    ],
  ])('%s', (_rule, cases) => {
    test.each(cases)('%s', (source, html) => {
      expect(render(source)).toBe(html);
    });
  });

  test.each(['**a ', '***', '`a ', '---a ', '[a](http://a(', '_a_'])(
    '%s many times takes no time',
    (piece) => {
      const begun = performance.now();
      render(piece.repeat(500 / piece.length));
      expect(performance.now() - begun).toBeLessThan(250);
    },
  );

  describe('that is nothing but an address', () => {
    const image = (address: string): string =>
      `<div class="onebox ob-image"><a rel="nofollow noopener noreferrer" href="${address}">` +
      `<img src="${address}" class="user-image" alt="user image" /></a></div>`;

    test.each([
      ['https://i.example.com/cat.png', '//i.example.com/cat.png'],
      ['http://i.example.com/cat.JPEG?s=128', '//i.example.com/cat.JPEG?s=128'],
      ['!https://i.example.com/picture-of-the-day', '//i.example.com/picture-of-the-day'],
    ])('of a picture shows it: %s', (source, address) => {
      expect(render(source)).toBe(image(address));
    });

    test.each(['look: https://i.example.com/cat.png', '!ftp://i.example.com/cat.png', 'https://example.com'])(
      'is left alone otherwise: %s',
      (source) => {
        expect(render(source)).toBe(source);
      },
    );

    test.each([
      ['ob-conversation', 'https://chat.stackexchange.com/rooms/1/conversation/clocks'],
      ['ob-room', 'https://chat.stackexchange.com/rooms/1/sandbox'],
      ['ob-user', 'https://askubuntu.com/users/1/somebody'],
      ['ob-post', 'https://askubuntu.com/q/1'],
      ['ob-wikipedia', 'https://en.wikipedia.org/wiki/Escapement'],
      ['ob-xkcd', 'https://xkcd.com/1061/'],
      ['ob-youtube', 'https://www.youtube.com/watch?v=abc'],
      ['ob-manpage', 'https://manpages.ubuntu.com/manpages/noble/man1/at.1.html'],
    ])('has a box of its kind only when all boxes are shown: %s', (kind, address) => {
      expect(render(address)).toBe(address);
      expect(render(address, true)).toBe(
        `<div class="onebox ${kind}"><a rel="nofollow noopener noreferrer" href="${address}">${address}</a></div>`,
      );
    });
  });
});

describe('several lines', () => {
  test('are joined, without any Markdown', () => {
    expect(render('*a*\n<b>\n> c')).toBe("<div class='full'>*a* <br> &lt;b&gt; <br> &gt; c</div>");
    expect(render('https://i.example.com/cat.png\nb')).toBe(
      "<div class='full'>https://i.example.com/cat.png <br> b</div>",
    );
  });

  test.each([
    ['    if (a < b)\n\n      go();', 'if (a &lt; b)\n\n  go();'],
    ['    a\n  \n    b', 'a\n\nb'],
  ])('are code when none of them has a character in its first four columns: %j', (source, code) => {
    expect(render(source)).toBe(`<pre class='full'>${code}</pre>`);
  });

  test('are text when one of them does', () => {
    expect(render('    a\n   b')).toBe("<div class='full'>    a <br>    b</div>");
  });

  test('are cut behind a whole line when they are long', () => {
    const line = 'x'.repeat(149);
    const lines = (count: number): string => Array.from({ length: count }, () => line).join('\n');
    expect(render(lines(4))).toBe(`<div class='full'>${lines(4).replaceAll('\n', ' <br> ')}</div>`);
    expect(render(lines(5))).toBe(`<div class='partial'>${lines(4).replaceAll('\n', ' <br> ')}</div>`);
    const code = lines(6).replaceAll('x'.repeat(149), `    ${line}`);
    expect(render(code)).toBe(`<pre class='partial'>${lines(4)}</pre>`);
  });

  test('are cut within the first line when that alone is too long', () => {
    expect(render(`${'x'.repeat(700)}\ny`)).toBe(`<div class='partial'>${'x'.repeat(600)}</div>`);
  });
});

describe('bare addresses in transcripts', () => {
  const anchor = (address: string, shown: string, title = ''): string =>
    `<a href="${address}" rel="nofollow noopener noreferrer"${title}>${shown}</a>`;

  test.each([
    ['https://www.example.com/', anchor('https://www.example.com/', 'example.com')],
    ['(http://example.com/a_(b)).', `(${anchor('http://example.com/a_(b)', 'example.com/a_(b)')}).`],
    [
      'x &quot;https://example.com/?a=1&amp;b=2&quot;',
      `x &quot;${anchor('https://example.com/?a=1&amp;b=2', 'example.com/?a=1&amp;b=2')}&quot;`,
    ],
    // As captured.
    [
      'https://api.stackexchange.com/docs/posts-by-ids',
      anchor('https://api.stackexchange.com/docs/posts-by-ids', 'api.stackexchange.com/docs/posts-by-ids'),
    ],
    [
      'https://chat.stackoverflow.com/rooms/182583/burnination-progress-for-the-design-tag',
      anchor(
        'https://chat.stackoverflow.com/rooms/182583/burnination-progress-for-the-design-tag',
        'chat.stackoverflow.com/rooms/182583/&hellip;',
      ),
    ],
    [
      'https://meta.stackoverflow.com/questions/320690/should-we-burninate-the-design-tag',
      anchor(
        'https://meta.stackoverflow.com/questions/320690/should-we-burninate-the-design-tag',
        'meta.stackoverflow.com/questions/320690/&hellip;',
        ' title="should we burninate the design tag"',
      ),
    ],
    ['<code>https://example.com</code>', '<code>https://example.com</code>'],
    ["<pre class='full'>https://example.com</pre>", "<pre class='full'>https://example.com</pre>"],
    [
      '<a href="https://example.com">https://example.com</a>',
      '<a href="https://example.com">https://example.com</a>',
    ],
    [
      "<div class='full'>a <br> http://b.example</div>",
      `<div class='full'>a <br> ${anchor('http://b.example', 'b.example')}</div>`,
    ],
    ['no address', 'no address'],
  ])('%s', (html, linked) => {
    expect(linkAddresses(html)).toBe(linked);
  });
});

describe('mentions', () => {
  test.each([
    ['@Ada hello', ['Ada']],
    ["(@Ada's), @Ravi. and @Kestrel!", ['Ada', 'Ravi', 'Kestrel']],
    ["@Ada's. @Ada'. @Ada'", ['Ada', 'Ada', 'Ada']],
    ['ada@example.com @x', []],
    ['@Jo and @@123', ['Jo']],
    ...['!', '?', '(', ')', ';', ':', ',', '/', '+', '&', '<', ' ', '\n'].map((end): [string, string[]] => [
      `"@Ada${end}x`,
      ['Ada'],
    ]),
  ])('%j', (text, names) => {
    expect(mentionedNames(text)).toEqual(names);
  });

  test.each([
    ['TomaszWojcik', 'Tomasz Wójcik', true],
    ['TOMASZWÓJCIK', 'Tomasz Wójcik', true],
    ['tom', 'Tomasz Wójcik', true],
    ['omasz', 'Tomasz Wójcik', false],
    ['TomaszWojciks', 'Tomasz Wójcik', false],
    ['to', 'Tomasz Wójcik', false],
    ['jo', 'Jo', true],
    ['jo', 'J ó', true],
    ['jo', 'Joe', false],
    ['MetaAndrewT', 'Meta Andrew T.', true],
  ])('@%s and %s: %s', (mention, name, called) => {
    expect(isCalled(mention, name)).toBe(called);
  });

  test('moderators can call by id', () => {
    expect(superPinged('@@12 and @@34, but not me@@56 or @78')).toEqual([12, 34]);
  });
});
