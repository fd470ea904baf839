import { existsSync, readFileSync } from 'node:fs';
import { load } from 'cheerio/slim';
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../src/platform/html.node.js';
import { parsers } from './parse-suite.js';

const folder = new URL('../../../../shared/fixtures/chatexchange/', import.meta.url);

/** What each page is read by. Without it the page has changed, and what would be read is wrong. */
const loadBearing: readonly (readonly [kind: string, page: string, selectors: readonly string[]])[] = [
  [
    'transcript',
    'samliew/transcript.html',
    [
      '.monologue',
      '.monologue .username',
      '.monologue .message',
      '.message .content',
      // Each of them has substitutes: it takes them all.
      '.room-name, #join-room, link[rel="canonical"]',
      'link[rel="canonical"], .calendar, title',
    ],
  ],
  [
    'room info',
    'samliew/room_info.html',
    [
      '.roomcard-xxl',
      'h1',
      '.room-message-count-xxl',
      '.room-user-count-xxl',
      '#room-ownercards',
      '#room-ownercards .usercard',
      '.stats-count',
    ],
  ],
  ['room users', 'samliew/room_info.html', ['#room-usercards', '#room-usercards .usercard']],
  [
    'access',
    'reconstructed/rooms-info-access.html',
    ['#access-section-owner', '#access-section-owner .usercard', '#access-section-read-only'],
  ],
  ['rooms', 'sochat4j/homepage.so.html', ['#roomlist', '.roomcard', '.room-name']],
  ['room', 'sochat4j/rooms-1.html', ['#roomname', 'script']],
  ['stars', 'reconstructed/stars-list.html', ['li', '.stars', 'a.permalink']],
  [
    'history',
    'reconstructed/messages-history-edited-pinned.html',
    ['.monologue', '.username', '.content', 'b', '.message-source', '#content p, #content p span'],
  ],
  ['user', 'samliew/profile.html', ['h1', '.user-message-count-xxl', '.user-room-count-xxl']],
  ['identity', 'samliew/favorite.html', ['input[name="fkey"]']],
];

const damages = loadBearing.flatMap(([kind, page, selectors]) =>
  selectors.map((selector) => [kind, selector, page] as const),
);

function outcomeOf(parse: () => unknown): unknown {
  try {
    return parse();
  } catch (error) {
    return error;
  }
}

describe.skipIf(!existsSync(folder))('a page is refused, and nothing read from it:', () => {
  const read = (page: string): string => readFileSync(new URL(page, folder), 'utf8');
  const refusal = { kind: 'protocol', code: 'UNEXPECTED_PAGE' };

  test.each(damages)('%s whose %s has another name', (kind, selector, page) => {
    const $ = load(read(page));
    // As a new layout does it: what was there is still there, under other names.
    expect($(selector).length).toBeGreaterThan(0);
    for (const element of $(selector)
      .toArray()
      .map((node) => $(node))) {
      for (const name of ['id', 'class', 'rel', 'name']) {
        const names = element.attr(name)?.split(/\s+/);
        if (names !== undefined) element.attr(name, names.map((each) => `new-${each}`).join(' '));
      }
      element.prop('tagName', 'section');
    }
    expect(() => parsers[kind]?.(parseHtml($.html()))).toThrow(expect.objectContaining(refusal));
  });

  test.each(damages)('%s without any %s', (kind, selector, page) => {
    const $ = load(read(page));
    $(selector).remove();
    const parse = (): unknown => parsers[kind]?.(parseHtml($.html()));
    // A place with nothing in it is an empty list, and rightly so; but something became of every message.
    const isEmpty = kind !== 'history' && /(?:monologue|roomcard|usercard|^li)$/.test(selector);
    const outcome = outcomeOf(parse) as { readonly code?: string };
    expect(outcome.code).toBe(isEmpty ? undefined : refusal.code);
  });
});
