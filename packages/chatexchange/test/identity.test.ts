import { expect, test } from 'vitest';
import { readIdentity } from '../src/parse/identity.js';
import { parseHtml } from '../src/platform/html.node.js';

const read = (bar: string): unknown =>
  readIdentity(
    parseHtml(`<div class='topbar js-fixed'>${bar}</div><input type=hidden value="f" name='fkey' id=fkey>`),
  );

test('the reader is the first of the links in the top bar that is a user', () => {
  const links = `<a href="#">inbox</a><a class="s-link" title="Ada B" href="/users/7/x">Ada…</a><a href="/users/8/y">Bob</a>`;
  expect(read(`<span class="topbar-menu-links mx4">${links}</span>`)).toEqual({
    fkey: 'f',
    me: { id: 7, name: 'Ada B' },
  });
});

test('a way to the login in its place means that nobody is logged in', () => {
  const link = '<a href="https://stackoverflow.com/users/login?returnurl=x">log in</a>';
  expect(read(`<span class="topbar-menu-links">${link}</span>`)).toEqual({ fkey: 'f', me: undefined });
});
