import { createRandom } from '@x/emulators/frame';
import { isServiceError } from '@x/http-core';
import { describe, expect, test } from 'vitest';
import {
  hasMarkdown,
  isMentioned,
  limits,
  splitMessage,
  stripTags,
  toMarkdown,
  toText,
} from '../src/index.js';
import { startEmulator, accountOf, type ChatEmulator } from './emulator.js';

const words = [
  'a',
  'word',
  ' ',
  ' ',
  ' ',
  '.',
  ',',
  '!',
  '?',
  '-',
  '#',
  'é',
  '😀',
  '@Bob',
  '2*3',
  'snake_case',
];
const marks = [
  '*',
  '**',
  '***',
  '_',
  '__',
  '`',
  '``',
  '---',
  '\\',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '&',
  '"',
  "'",
];
const escapes = [String.raw`\*`, String.raw`\_`, '\\`', String.raw`\[`, String.raw`\)`, '&amp;', '&#42;'];
const wholes = [
  '[a](http://x.com)',
  '[b c](https://stackoverflow.com/q/1 "the title")',
  '[tag:js]',
  'http://a.b/c_d',
  'https://en.wikipedia.org/wiki/A_(b)',
  '`code *here*`',
  '**bold**',
  '_italic_',
  '---gone---',
];

/** Texts that somebody may type, with more marks in them than anybody types. */
function typed(seed: number, count: number, longest: number): string[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const kinds = random.integer(10) < 3 ? [words, wholes] : [words, words, marks, escapes, wholes];
    const tokens = Array.from({ length: 1 + random.integer(longest) }, () => random.pick(random.pick(kinds)));
    const text = tokens.join('');
    const how = random.integer(20);
    return how === 0 ? `    ${text.replaceAll(' ', '\n    ')}` : how < 3 ? text.replaceAll(' ', '\n') : text;
  }).filter((text) => text.trim() !== '');
}

/** What texts show as, by the rules of the emulated service. */
function rendered(emulator: ChatEmulator, texts: readonly string[]): string[] {
  const { control } = emulator;
  const ids = texts.map((text) => control.say(1, accountOf(emulator).id, text));
  const html = new Map(control.messages(1).map((message) => [message.id, message.html]));
  return ids.map((id) => html.get(id) ?? '');
}

/** Elements that overlap are a slip of who renders them: nobody can write them down. */
function isWellNested(html: string): boolean {
  const open: string[] = [];
  return [...html.matchAll(/<(\/?)(b|i|strike|a|code|span)\b[^>]*>/g)].every(([, slash, name = '']) =>
    slash === '' ? open.push(name) > 0 : open.pop() === name,
  );
}

/** Escaped characters come as numbers: what is seen is the same. */
const seen = (html: string): string =>
  html.replaceAll(/&#(?:96|42|95|91|93|40|41);/g, (entity) => stripTags(entity));

/** The parts, or the code of the one error that is allowed. */
function splitOrRefused(text: string, how: 'words' | 'lines'): readonly string[] | string {
  try {
    return splitMessage(text, how);
  } catch (error) {
    if (isServiceError(error)) return error.code;
    throw error;
  }
}

describe('toMarkdown', () => {
  test('writes what shows the same', async () => {
    const emulator = await startEmulator();
    // Four stars in a row can be read in more than one way, and few of these can be written.
    const shown = rendered(
      emulator,
      typed(7, 6000, 12).filter((text) => !/\*{4}/.test(text)),
    ).filter((html) => isWellNested(html));
    const again = rendered(emulator, shown.map(toMarkdown));
    expect(shown.length).toBeGreaterThan(5000);
    for (const [index, html] of shown.entries()) expect(seen(again[index] ?? '')).toBe(seen(html));
    // As often as not, to the letter.
    expect(shown.filter((html, index) => html === again[index]).length).toBeGreaterThan(shown.length / 2);
  });
});

describe('hasMarkdown', () => {
  test('says of no text that it is plain that shows as something else', async () => {
    const emulator = await startEmulator();
    const plain = typed(7, 6000, 8).filter((text) => !text.includes('\n') && !hasMarkdown(text));
    expect(plain.length).toBeGreaterThan(500);
    const html = rendered(emulator, plain);
    for (const [index, text] of plain.entries()) {
      expect(html[index]).not.toMatch(/<|&#(?!39)/);
      expect(stripTags(html[index] ?? '')).toBe(text);
    }
  });
});

describe('splitMessage', () => {
  test.each(['words', 'lines'] as const)('loses nothing by %s, and makes nothing too long', (how) => {
    const texts = typed(3, 300, 4000);
    const split = texts.map((text) => ({ text, parts: splitOrRefused(text, how) }));
    const done = split.filter(({ parts }) => parts !== 'MESSAGE_TOO_LONG');
    expect(done.length).toBeGreaterThan(30);
    for (const { text, parts } of done) {
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(part.includes('\n') ? limits.lines : limits.line);
        expect(part).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
      }
      expect((parts as readonly string[]).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    }
  });
});

describe('the functions for texts', () => {
  const functions: Readonly<Record<string, (text: string) => unknown>> = {
    toText,
    stripTags,
    toMarkdown,
    hasMarkdown,
    isMentioned: (text) => isMentioned(text, 'Somebody'),
    splitMessage: (text) => splitOrRefused(text, 'words'),
  };

  test.each(Object.keys(functions))('%s reads whatever comes', (name) => {
    const random = createRandom(5);
    const tokens =
      '< > / = " \' & # ; a b div class full pre * _ ` [ ] ( ) \n \\ @ \u{0} \uD83D \u{E000}'.split(' ');
    for (let round = 0; round < 2000; round += 1) {
      const text = Array.from({ length: random.integer(60) }, () => random.pick(tokens)).join('');
      expect(() => functions[name]?.(text)).not.toThrow();
    }
  });

  test.each(
    [
      '`',
      '`a',
      '``a`',
      '*',
      ' *a',
      ' _a',
      '---a ',
      '[',
      ' [',
      ' [a](http://',
      ' [a](http://x "',
      '(',
      '\\',
      '@',
      '@a',
      "@a'",
      '<',
      '<a ',
      '<a "',
      `<a "<a '`,
      '<b>',
      '</b>',
      '<code>`',
      '<br>',
      '<img src="',
      '<a href="(">(</a>',
      '&#',
      '&amp;',
      'http://',
      'x',
      '😀',
      ' ',
      '    \n',
      "<div class='full'> <br> ",
      '<!--',
    ].flatMap((piece) => Object.keys(functions).map((name) => [name, piece] as const)),
  )('%s reads 100 kB of %j in time', (name, piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const from = performance.now();
    functions[name]?.(text);
    functions[name]?.(`<div class='full'>${text}`);
    // What is squared takes minutes.
    expect(performance.now() - from).toBeLessThan(5000);
  });
});
