import { describe, expect, test } from 'vitest';
import { globalProbes, importProbes, messagesOf } from '../src/lint-probes.ts';
import { longFiles, topLevel, unexpected } from '../src/tree-rules.ts';

describe('import rules', () => {
  const rules = {
    overrides: [
      { rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: 'a', message: 'Not a.' }] }] } },
      { files: ['packages/*/src/parse/**'], rules: { 'no-restricted-globals': ['error', 'fetch', 'Date'] } },
    ],
  };

  test('are read from the settings of the linter', () => {
    expect(messagesOf(rules)).toEqual(['Not a.']);
    expect(globalProbes(rules).map(({ file }) => file)).toEqual([
      'packages/chatexchange/src/parse/probe-fetch.ts',
      'packages/chatexchange/src/parse/probe-Date.ts',
    ]);
  });

  test('are tried with files that do not stand in each other’s place', () => {
    const files = importProbes.map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
  });
});

describe('the tree', () => {
  test('holds nothing that is not known', () => {
    expect(unexpected(['packages', 'src'], topLevel)).toEqual(['src does not belong there']);
  });

  test('has no long files but types', () => {
    const files = [
      { path: 'packages/pie/src/a.ts', lines: 251 },
      { path: 'packages/pie/src/b.ts', lines: 250 },
      { path: 'packages/pie/src/types/c.ts', lines: 900 },
    ];
    expect(longFiles(files)).toEqual({ tooLong: [files[0]], excused: 1 });
  });
});
