import { describe, expect, test } from 'vitest';
import { inPlace } from '../src/examples.ts';
import { exampleBlocks, markdownBlocks, preamble } from '../src/extract.ts';

const lines = (...text: string[]): string => text.join('\n');

describe('blocks of Markdown', () => {
  test('are found with the line of their code, and other languages are left alone', () => {
    const text = lines(
      '# Title',
      '',
      '```ts',
      'const a = 1;',
      'a;',
      '```',
      '```sh',
      'npm',
      '```',
      '```ts',
      'b',
      '```',
    );
    expect(markdownBlocks(text)).toEqual([
      { line: 4, code: 'const a = 1;\na;' },
      { line: 11, code: 'b' },
    ]);
  });

  test('may hold fences of another length, and stand in a list', () => {
    const text = lines('- one', '  ````ts', '  const a = `', '  ```', '  `;', '  ````');
    expect(markdownBlocks(text)).toEqual([{ line: 3, code: 'const a = `\n```\n`;' }]);
  });

  test.each(['ts no-check', 'typescript', 'ts twoslash', 'mts'])('marked %s are refused', (mark) => {
    const [block] = markdownBlocks(lines('```' + mark, 'a', '```'));
    expect(block?.problem).toContain(`is marked "${mark}"`);
  });

  test('that are never closed are refused', () => {
    expect(markdownBlocks(lines('```ts', 'a'))[0]?.problem).toBe('is never closed');
  });
});

describe('examples of docs comments', () => {
  test('are found in fences and without, up to the next tag', () => {
    const source = lines(
      '/** One line. */',
      'export const zero = 0;',
      '',
      '  /**',
      '   * Adds.',
      '   *',
      '   * @throws never',
      '   * @example With a title',
      '   * ```ts',
      '   * @decorated class A {}',
      '   * add(1);',
      '   * ```',
      '   * @example',
      '   * add(2);',
      '   * @returns a number',
      '   */',
      "export const add = 'packages/**';",
      '// @example not in a docs comment',
    );
    expect(exampleBlocks(source)).toEqual([
      { line: 10, code: '@decorated class A {}\nadd(1);' },
      { line: 14, code: 'add(2);' },
    ]);
  });

  test('may hold the end of a comment, written with a backslash', () => {
    expect(exampleBlocks(lines('/**', ' * @example', ' * /* hidden *\\/ add();', ' */'))).toEqual([
      { line: 3, code: '/* hidden */ add();' },
    ]);
  });

  test('in a fence of another language are not ours to compile', () => {
    expect(exampleBlocks(lines('/**', ' * @example', ' * ```sh', ' * npm', ' * ```', ' */'))).toEqual([]);
  });
});

describe('what a block leaves out', () => {
  const owners = new Map([
    ['createPie', '@x/pie'],
    ['path', '@x/pie'],
    ['verify', '@x/pie/webhooks'],
  ]);

  test('is imported, as far as it is used', () => {
    expect(preamble('verify(createPie());', owners)).toBe(
      "import { createPie } from '@x/pie'; import { verify } from '@x/pie/webhooks';",
    );
  });

  test('is nothing when the block imports for itself', () => {
    expect(preamble("import { createPie } from '@x/pie';\nverify(createPie());", owners)).toBe('');
  });

  test.each([
    'const path = 1; path;',
    'pie.path;',
    'const pie = { path: 1 };',
    '// path',
    '/* path */',
    'paths($path);',
    'export interface path {}',
  ])('is not what only looks like it: %s', (code) => {
    expect(preamble(code, owners)).toBe('');
  });
});

describe('an error in a block', () => {
  test('is told with the line of the text', () => {
    expect(inPlace('block-0-40.ts(3,5): error TS1: no', 40)).toBe('line 41, error TS1: no');
  });

  test('in the imports put before it is told with its first line', () => {
    expect(inPlace('block-0-40.ts(1,5): error TS1: no', 40)).toBe('line 40, error TS1: no');
  });
});
