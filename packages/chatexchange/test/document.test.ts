import { expect, test } from 'vitest';
import { parseHtml } from '../src/platform/html.node.js';
import { hasClass } from '../src/parse/document.js';

test.each([
  ['message', true],
  ['message pid-1', true],
  ['pid-1 message', true],
  ['messages message', true],
  ['  a\n\tmessage\n', true],
  ['messages', false],
  ['message-info-container my-message', false],
  ['', false],
])('of the classes %j it is %s that one is `message`', (classes, expected) => {
  const [element] = parseHtml(`<p class="${classes}"></p>`).children;
  expect(element !== undefined && hasClass(element, 'message')).toBe(expected);
});
