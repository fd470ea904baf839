import { describe, expect, test } from 'vitest';
import { isCalled, mentionedNames } from '../../src/stack-exchange/content/mentions.js';
import { renderContent } from '../../src/stack-exchange/content/render.js';

const render = (source: string): string => renderContent(source, 'meta.stackexchange.com');

describe('a single line', () => {
  test.each([
    // What is no Markdown stays text, escaped.
    [`<b> & "quotes" 'n' so on`, '&lt;b&gt; &amp; &quot;quotes&quot; &#39;n&#39; so on'],
    ['> a quote is the business of pages', '&gt; a quote is the business of pages'],
    ['https://example.com/a_b_c stays an address', 'https://example.com/a_b_c stays an address'],
    ['@Name stays a name', '@Name stays a name'],
    // Bold and italic need room around them.
    ['**bold** and __bold__', '<b>bold</b> and <b>bold</b>'],
    ['*italic* and _italic_.', '<i>italic</i> and <i>italic</i>.'],
    ['***both***', '<b><i>both</i></b>'],
    ['**bold with *italic* inside**', '<b>bold with <i>italic</i> inside</b>'],
    ['snake_case_name and 2*3*4', 'snake_case_name and 2*3*4'],
    ['** not bold ** and * not italic *', '** not bold ** and * not italic *'],
    ['---gone---, all of it', '<strike>gone</strike>, all of it'],
    ['a---b---c', 'a---b---c'],
    // Code is left alone.
    ['`*x* <y>` and ``a ` b``', '<code>*x* &lt;y&gt;</code> and <code>a ` b</code>'],
    ['` no` code', '` no` code'],
    // Escapes.
    [String.raw`\*not italic\* \[tag\]`, '&#42;not italic&#42; &#91;tag&#93;'],
    // Links within the network lose their scheme, others are not followed.
    ['[here](https://askubuntu.com/q/1)', '<a href="//askubuntu.com/q/1">here</a>'],
    [
      '[there](http://example.com/a_(b) "a title")',
      '<a href="http://example.com/a_(b)" title="a title" rel="nofollow noopener noreferrer">there</a>',
    ],
    ['[**bold**](https://stackoverflow.com)', '<a href="//stackoverflow.com"><b>bold</b></a>'],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    [
      '[x](https://example.com/"onclick="y)',
      '<a href="https://example.com/&quot;onclick=&quot;y" rel="nofollow noopener noreferrer">x</a>',
    ],
    [
      'try [tag:c++]',
      'try <a href="//meta.stackexchange.com/questions/tagged/c%2B%2B"><span class="ob-post-tag">c++</span></a>',
    ],
    ['[unknown] stays', '[unknown] stays'],
    // Nothing that somebody writes is taken for a mark of the renderer.
    ['\u{E000}0\u{E001} `x`', '\u{FFFD}0\u{FFFD} <code>x</code>'],
  ])('%s', (source, html) => {
    expect(render(source)).toBe(html);
  });

  test.each(['**a ', '***', '`a ', '---a ', '[a](http://a(', '_a_'])(
    '%s many times takes no time',
    (piece) => {
      const begun = performance.now();
      render(piece.repeat(500 / piece.length));
      expect(performance.now() - begun).toBeLessThan(250);
    },
  );

  test('a picture alone shows itself', () => {
    expect(render('https://i.example.com/cat.png')).toBe(
      '<div class="onebox ob-image"><a rel="nofollow noopener noreferrer" href="//i.example.com/cat.png">' +
        '<img src="//i.example.com/cat.png" class="user-image" alt="user image" /></a></div>',
    );
  });
});

describe('several lines', () => {
  test('are joined, without any Markdown', () => {
    expect(render('*a*\n<b>')).toBe("<div class='full'>*a* <br> &lt;b&gt;</div>");
  });

  test('are code when each of them is indented', () => {
    expect(render('    if (a < b)\n\n      go();')).toBe("<pre class='full'>if (a &lt; b)\n\n  go();</pre>");
  });
});

describe('mentions', () => {
  test.each([
    ['@Ada hello', ['Ada']],
    ["(@Ada's), @Ravi. and @Kestrel!", ['Ada', 'Ravi', 'Kestrel']],
    ['ada@example.com @x', []],
  ])('%s', (text, names) => {
    expect(mentionedNames(text)).toEqual(names);
  });

  test.each([
    ['TomaszWojcik', 'Tomasz Wójcik', true],
    ['tom', 'Tomasz Wójcik', true],
    ['omasz', 'Tomasz Wójcik', false],
    ['to', 'Tomasz Wójcik', false],
    ['jo', 'Jo', true],
  ])('@%s and %s: %s', (mention, name, called) => {
    expect(isCalled(mention, name)).toBe(called);
  });
});
