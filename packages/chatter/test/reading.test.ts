import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bold, code, list, message, orderedList, paragraph, text, toHtml, toText } from '../src/index.js';
import type { ReadableBody } from '../src/index.js';
import { setUp } from './setup.js';

const segments = (...messageSegments: object[]): ReadableBody => ({ messageSegments });
const begin = (markupType: string, more: object = {}): object => ({
  type: 'MarkupBegin',
  markupType,
  text: '',
  ...more,
});
const end = (markupType: string): object => ({ type: 'MarkupEnd', markupType, text: '' });
const words = (said: string): object => ({ type: 'Text', text: said });

describe('toText', () => {
  test('is what the service says the text is, where there is no markup', async () => {
    const { chatter } = await setUp();
    const post = await chatter.feeds.news.me.feed_items.post({
      text: 'Hello #frogs at https://example.com\nBye',
    });
    expect(toText(post.body)).toBe(post.body.text);
    expect(toText(post.header)).toBe(post.header.text ?? '');
  });

  test('gives paragraphs and items lines of their own', () => {
    expect(
      toText(message('To buy:', list('bread', bold('cheese')), 'and then', orderedList('eat', 'sleep'), '.')),
    ).toBe('To buy:\n- bread\n- cheese\nand then\n1. eat\n2. sleep\n.');
    expect(toText(message(paragraph('one'), paragraph('two')))).toBe('one\ntwo');
    expect(toText(message(list('a', [...text('b'), ...orderedList('c', 'd')], 'e')))).toBe(
      '- a\n- b\n  1. c\n  2. d\n- e',
    );
  });

  test('keeps empty lines, which the service writes as a paragraph of its own', () => {
    const body = message(paragraph('First.'), paragraph(), paragraph('After a gap.'));
    expect(toText(body)).toBe('First.\n\u00A0\nAfter a gap.');
    expect(toHtml(body)).toBe('<p>First.</p><p>\u00A0</p><p>After a gap.</p>');
  });

  test('keeps the line breaks that were written', () => {
    expect(toText(segments(words('a\n\nb\n')))).toBe('a\n\nb\n');
  });

  test('reads pieces that it does not know by their text, and images by what they show', () => {
    expect(
      toText(
        segments(
          words('a '),
          { type: 'Hologram', text: 'of a frog' },
          { type: 'InlineImage', text: '', altText: ' (plan)' },
        ),
      ),
    ).toBe('a of a frog (plan)');
  });

  test.each([[null], [undefined], [{ text: null, messageSegments: [] }], [{}]])('%j is empty', (body) => {
    expect(toText(body)).toBe('');
    expect(toHtml(body)).toBe('');
  });

  test('a text without pieces is itself', () => {
    expect(toText({ text: 'a < b', messageSegments: [] })).toBe('a < b');
    expect(toHtml({ text: 'a < b', messageSegments: [] })).toBe('a &lt; b');
  });
});

describe('toHtml', () => {
  test('has a tag for each kind of markup', () => {
    const all = [
      'Bold',
      'Italic',
      'Underline',
      'Strikethrough',
      'Paragraph',
      'OrderedList',
      'UnorderedList',
      'ListItem',
      'Code',
    ];
    expect(all.map((type) => toHtml(segments(begin(type), words('x'), end(type))))).toEqual(
      ['b', 'i', 'u', 's', 'p', 'ol', 'ul', 'li', 'code'].map((tag) => `<${tag}>x</${tag}>`),
    );
  });

  test('escapes words, and breaks lines', () => {
    expect(toHtml(segments(words(`<img src=x onerror="alert('1')"> & so\non`)))).toBe(
      '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; so<br>on',
    );
    expect(toHtml(message(code('<b>')))).toBe('<code>&lt;b&gt;</code>');
  });

  test('links to the web and to the instance', () => {
    const link = { type: 'Link', text: 'https://example.com/?a=1&b=2', url: 'https://example.com/?a=1&b=2' };
    expect(toHtml(segments(link))).toBe(
      '<a href="https://example.com/?a=1&amp;b=2">https://example.com/?a=1&amp;b=2</a>',
    );
    const record = { type: 'ResourceLink', text: 'Acme', url: '/001xx' };
    expect(toHtml(segments(record))).toBe('<a href="/001xx">Acme</a>');
    expect(toHtml(segments(record), { baseUrl: 'https://a.my.salesforce.com/' })).toBe(
      '<a href="https://a.my.salesforce.com/001xx">Acme</a>',
    );
    expect(
      toHtml(
        segments(
          begin('Hyperlink', { url: 'https://example.com', altText: 'A "plan"' }),
          words('plan'),
          end('Hyperlink'),
        ),
      ),
    ).toBe('<a href="https://example.com" title="A &quot;plan&quot;">plan</a>');
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    'evil.example',
    'ftp://example.com',
    'https://example.com/\n"onclick=',
    '',
  ])('never leads to %j', (url) => {
    expect(toHtml(segments({ type: 'Link', text: 'x', url }))).toBe('x');
    expect(toHtml(segments(begin('Hyperlink', { url }), words('x'), end('Hyperlink')))).toBe('<a>x</a>');
    expect(toHtml(segments({ type: 'InlineImage', altText: 'x', url }))).toBe('x');
  });

  test('puts no link into a link', () => {
    const url = 'https://example.com';
    expect(
      toHtml(segments(begin('Hyperlink', { url }), { type: 'Link', text: 'x', url }, end('Hyperlink'))),
    ).toBe(`<a href="${url}">x</a>`);
  });

  test('shows images by their address, with what they read as', () => {
    expect(
      toHtml(segments({ type: 'InlineImage', altText: 'A "plan"', url: '/services/data/v66.0/x' })),
    ).toBe('<img src="/services/data/v66.0/x" alt="A &quot;plan&quot;">');
  });

  test('takes no tag at the word of an answer', () => {
    expect(toHtml(segments(begin('Bold', { htmlTag: 'script' }), words('x'), end('Bold')))).toBe('<b>x</b>');
    expect(toHtml(segments(begin('constructor'), words('x'), end('toString')))).toBe('x');
  });

  test.each([
    ['never ended', [begin('Bold'), begin('Italic'), words('x')], '<b><i>x</i></b>'],
    ['never begun', [words('x'), end('Bold')], 'x'],
    [
      'crossed',
      [begin('Bold'), begin('Italic'), words('x'), end('Bold'), words('y'), end('Italic')],
      '<b><i>x</i></b>y',
    ],
    ['ended twice', [begin('Bold'), words('x'), end('Bold'), end('Bold')], '<b>x</b>'],
  ])('is balanced where markup is %s', (_what, pieces, expected) => {
    expect(toHtml(segments(...pieces))).toBe(expected);
  });

  test('is balanced and without foreign tags, whatever comes', () => {
    let seed = 11;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const kinds = ['Bold', 'Italic', 'Paragraph', 'ListItem', 'Hyperlink', 'Blink', '__proto__'];
    const texts = ['<', '>', '"', "'", '&', '\n', '</b>', '<script>', 'a', '\u{1F600}'];
    for (let round = 0; round < 500; round += 1) {
      const pieces = Array.from({ length: random(12) }, () => {
        const kind = kinds[random(kinds.length)] ?? '';
        const url = `${['javascript:', 'https://a.b/', '/x', '//'][random(4)]}${texts[random(texts.length)]}`;
        return (
          [
            begin(kind, { url }),
            end(kind),
            words(texts[random(texts.length)] ?? ''),
            { type: 'Link', text: 'l', url },
          ][random(4)] ?? {}
        );
      });
      const html = toHtml(segments(...pieces));
      let rest = html.replaceAll('<br>', '');
      // From the inside out: tags around words only, with no attributes but two.
      for (let before = ''; before !== rest;) {
        before = rest;
        rest = rest.replaceAll(/<(b|i|p|li|a)(?: (?:href|title)="[^"<>]*")*>[^<>"]*<\/\1>/g, '');
      }
      expect(rest).not.toMatch(/[<>"]/);
      expect(html).not.toMatch(/href="(?!https:\/\/|\/(?!\/))/);
    }
  });
});

test('every text that was captured reads as its own text', ({ skip }) => {
  const recordings = new URL('../../../../shared/fixtures/chatter/', import.meta.url);
  let names: string[] = [];
  try {
    names = readdirSync(recordings).filter((name) => /-v\d\d|^v23/.test(name));
  } catch {
    skip('no recordings here');
  }
  const bodies: ReadableBody[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('messageSegments' in value && 'text' in value) bodies.push(value as ReadableBody);
    for (const inner of Object.values(value)) walk(inner);
  };
  for (const name of names) walk(JSON.parse(readFileSync(new URL(name, recordings), 'utf8')));
  expect(bodies.length).toBeGreaterThan(50);
  expect(bodies.map((body) => toText(body))).toEqual(bodies.map((body) => body.text ?? ''));
  expect(bodies.filter((body) => toHtml(body).includes('undefined'))).toEqual([]);
});
