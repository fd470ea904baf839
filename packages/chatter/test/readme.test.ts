import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [, features = ''] = readme.split('## Features, and where they are proved');
const rows = features.split('\n## ')[0]?.match(/^\| (?!-|feature).+$/gm) ?? [];

describe('the table of features', () => {
  test('has a row for each', () => {
    expect(rows.length).toBeGreaterThanOrEqual(16);
  });

  test.each(rows.map((row) => row.split('|').map((cell) => cell.trim())))(
    '%s%s: where it says that it is proved, something is',
    (_edge, _feature, proof = '') => {
      const files = [...proof.matchAll(/packages\/chatter\/(test\/[^)]+)\)/g)].map(([, file = '']) => file);
      expect(files.length > 0 || proof.startsWith('`pnpm ')).toBe(true);
      for (const file of files)
        expect([file, existsSync(new URL(`../${file}`, import.meta.url))]).toEqual([file, true]);
    },
  );
});
