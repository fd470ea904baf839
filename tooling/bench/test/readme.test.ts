import { expect, test } from 'vitest';
import { between } from '../src/readme.js';
import { asMarkdown } from '../src/markdown.js';

test('a table takes the place of the one before it, and nothing else changes', () => {
  const document = '# Title\n\n<!-- bench -->\n\nold\n\n<!-- /bench -->\n\nThe end.\n';
  const once = between(document, 'new');
  expect(once).toBe('# Title\n\n<!-- bench -->\n\nnew\n\n<!-- /bench -->\n\nThe end.\n');
  expect(between(once, 'new')).toBe(once);
});

test.each([
  'no marks',
  '<!-- bench --> no end',
  '<!-- /bench --> <!-- bench -->',
  '<!-- bench --><!-- bench --><!-- /bench -->',
])('a document without one clear place is left alone: %s', (document) => {
  expect(() => between(document, 'new')).toThrow(/must be one place/);
});

test('columns are as wide as their widest cell', () => {
  const table = { head: ['', 'a'], rows: [['time', '12 µs']] };
  expect(asMarkdown(table)).toBe('|      | a     |\n| ---- | ----- |\n| time | 12 µs |');
});
