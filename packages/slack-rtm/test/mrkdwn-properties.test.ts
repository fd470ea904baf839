import { describe, expect, test } from 'vitest';
import {
  formatMrkdwn,
  markdownToMrkdwn,
  mrkdwnToMarkdown,
  mrkdwnToText,
  parseMrkdwn,
  type InlineSegment,
  type MrkdwnSegment,
} from '../src/mrkdwn/index.js';

/** Choices that look random and are the same in every run. */
function createChoice(seed: number): <Value>(values: readonly Value[]) => Value {
  let state = seed;
  return (values) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return values[(state >>> 8) % values.length] as (typeof values)[number];
  };
}

const bits: readonly string[] =
  String.raw`* _ ~ ${'`'} ${'```'} < > | & &amp; &lt; &gt; : a é 7 . ( 😀 \ [ ]( ) # • <@U1> <#C1|x> <!here>
  <!date^1^{date}|x> <!date^99999999999^{ago}> <http://a|b> :+1: <!subteam^S1>`
    .split(/\s+/)
    .concat('\n', '\n> ', '\n>>>', ' ', ' ', '- ', '\u2060', '\uD83D', '\u0000', '\r');

function hostile(seed: number, length: number): string {
  const choose = createChoice(seed);
  return Array.from({ length }, () => choose(bits)).join('');
}

describe('whatever the text is', () => {
  test('it is read and written, and means the same when it was written anew', () => {
    for (let seed = 1; seed <= 3000; seed += 1) {
      const text = hostile(seed, 1 + (seed % 40));
      const segments = parseMrkdwn(text);
      expect([text, parseMrkdwn(formatMrkdwn(segments))]).toEqual([text, segments]);
    }
  });

  test('none of the converters fails', () => {
    for (let seed = 1; seed <= 3000; seed += 1) {
      const text = hostile(seed, 1 + (seed % 40));
      expect(typeof mrkdwnToMarkdown(text)).toBe('string');
      expect(typeof mrkdwnToText(text)).toBe('string');
      expect(typeof markdownToMrkdwn(text)).toBe('string');
    }
  });
});

/** A text that both languages can say. */
function common(seed: number): MrkdwnSegment[] {
  const choose = createChoice(seed);
  const word = (): InlineSegment => ({
    type: 'text',
    text: choose([
      'ann',
      'a & b',
      '2 < 3',
      'x*y',
      '* star',
      'snake_case',
      '# no',
      '[x](y)',
      '1.',
      'back\\slash',
      'é',
    ]),
  });
  const emphasis = (depth: number): InlineSegment => {
    const type = choose(['bold', 'italic', 'strike'] as const);
    const inner = depth > 0 ? emphasis(depth - 1) : word();
    return { type, content: 'content' in inner && inner.type === type ? inner.content : [inner] };
  };
  const inline = (): InlineSegment[] =>
    Array.from({ length: choose([1, 2, 3]) }, () =>
      choose([word, word, () => emphasis(0), () => emphasis(1), code, link])(),
    ).flatMap((segment, index) => (index > 0 ? [{ type: 'text', text: ' ' }, segment] : [segment]));
  const code = (): InlineSegment => ({ type: 'code', text: choose(['x', 'a *b*', '<i>&']) });
  const link = (): InlineSegment => ({
    type: 'link',
    url: choose(['https://a.example/?b=1&c=2', 'mailto:a@b.example']),
    label: choose(['page', 'a [b]', 'x > y']),
  });
  const block = (): MrkdwnSegment[] =>
    choose([
      inline,
      inline,
      () => [{ type: 'quote', toEnd: false, content: inline() } as const],
      () => [{ type: 'preformatted', text: `\n${choose(['x = 1', '*a*\n\n> b', '<&>'])}\n` } as const],
    ])();
  const output = block();
  for (let more = choose([0, 1, 2]); more > 0; more -= 1)
    output.push({ type: 'text', text: '\n\n' }, ...block());
  return output;
}

test('what both can say comes back from Markdown as it was', () => {
  for (let seed = 1; seed <= 2000; seed += 1) {
    const mrkdwn = formatMrkdwn(common(seed));
    expect(markdownToMrkdwn(mrkdwnToMarkdown(mrkdwn))).toBe(mrkdwn);
  }
});

const patterns: readonly string[] =
  String.raw`* *a _*~ ${'`'} ${'``a'} ${'```'} < <@ <!date^1^ <a| &amp : :a > \ [ [a]( ![ ]( <b: ~~ (*a`
    .split(' ')
    .concat(
      '*a ',
      '\n>',
      '\n>>>x',
      '> ',
      ' ',
      '\n',
      '# ',
      ' #',
      '- ',
      '*a* ',
      '**a ',
      '```\n',
      '\u2060*',
      'a\\\n',
    );

test.each(patterns)('100 kB of %j take no time that grows with its square', (pattern) => {
  const text = pattern.repeat(Math.ceil(100_000 / pattern.length));
  const started = performance.now();
  formatMrkdwn(parseMrkdwn(text));
  formatMrkdwn([{ type: 'text', text: `${text} *x*` }]);
  mrkdwnToMarkdown(text);
  mrkdwnToText(text);
  markdownToMrkdwn(text);
  // Far above what it takes, and far below what the square of so many would.
  expect(performance.now() - started).toBeLessThan(4000);
});
