import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { startChat } from './support.js';

const fixtures = fileURLToPath(new URL('../../../../../shared/fixtures/chatexchange/', import.meta.url));

/** Ids and classes of a page, as selectors. Numbers in ids stand for any. */
const selectorsOf = (page: string): Set<string> =>
  new Set([
    ...[...page.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => `#${id.replaceAll(/\d+/g, 'N')}`),
    ...[...page.matchAll(/\sclass="([^"]+)"/g)].flatMap(([, names = '']) =>
      names.split(/\s+/).map((name) => `.${name.replaceAll(/\d+/g, 'N')}`),
    ),
  ]);

const captured = (name: string): string => readFileSync(`${fixtures}${name}`, 'utf8');

/** Pages that nobody saved, put together from what all clients look for in them. */
describe.skipIf(!existsSync(fixtures))('everything that clients look for is there', () => {
  test.each([
    ['/messages/ID/history', 'messages-history-edited-pinned.html'],
    ['/messages/ID/history', 'messages-history-deleted.html'],
    ['/chats/stars/1', 'stars-list.html'],
    ['/rooms/info/1?tab=access', 'rooms-info-access.html'],
    ['/transcript/1', 'transcript-message-reply-2025.html'],
  ])('%s as %s', async (path, fixture) => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const id = control.say(1, chat.ravi.id, 'hello');
    control.say(1, chat.ada.id, 'hi', { replyTo: id });
    await (await chat.loggedIn(chat.ravi)).post(`/messages/${id}`, { text: '**hello**' });
    const owner = await chat.loggedIn(chat.tomasz);
    await owner.post(`/messages/${id}/owner-star`);
    if (fixture.includes('deleted')) await owner.post(`/messages/${id}/delete`);
    const ours = selectorsOf((await owner.get(path.replace('ID', String(id)))).text);
    const theirs = selectorsOf(captured(`reconstructed/${fixture}`));
    // A frame that no reader of these pages needs.
    theirs.delete('#main');
    expect([...theirs].filter((selector) => !ours.has(selector))).toEqual([]);
  });
});

describe.skipIf(!existsSync(fixtures))('what clients look for is where the service has it', () => {
  test.each([
    ['/chats/join/favorite', 'samliew/favorite.html', ['.topbar-menu-links', '#fkey', '#content']],
    [
      '/',
      'sochat4j/homepage.m.html',
      [
        '.topbar-menu-links',
        '#roomlist',
        '#room-N',
        '.roomcard',
        '.room-name',
        '.room-description',
        '.last-activity',
        '.room-users',
        '.room-message-count',
        '.room-user-count',
        '.small-site-logo',
        '.mini-room-chart',
        '.cycle',
        '.subtabs',
        '#tabs',
        '#roomsearch',
        '.sprite-sec-gallery',
        '#fkey',
      ],
    ],
    [
      '/rooms/1',
      'sochat4j/rooms-1.html',
      [
        '#fkey',
        '#active-user',
        '#roomname',
        '#roomdesc',
        '#room-tags',
        '.tag',
        '#input',
        '#my-rooms',
        '#starred-posts',
        '#toggle-favorite',
        '.favorite-room',
        '.user-container',
        '#present-users',
      ],
    ],
    [
      '/rooms/27',
      'sochat4j/rooms-15-protected.html',
      ['#roomId', '#fkey', '#active-user', '#roomname', '#bubble', '.sprite-sec-gallery'],
    ],
    ['/rooms/31', 'sochat4j/private-room.html', ['#roomId', '#fkey', '#content']],
    ['/rooms/999', 'sochat4j/room-not-found.html', ['#mainbar-full', '.subheader', '.content-page']],
    [
      '/rooms/info/1',
      'samliew/room_info.html',
      [
        '.roomcard-xxl',
        '.tag',
        '.room-message-count-xxl',
        '.room-user-count-xxl',
        '#room-ownercards',
        '#owner-user-N',
        '.usercard',
        '.user-header',
        '.username',
        '#room-usercards',
        '#user-N',
        '.user-message-count',
        '.reputation-score',
        '.user-message-info',
        '.moderator',
        '.permalink',
        '.room-stats',
        '.room-keycell',
        '.activity-stats',
        '.message-stats',
        '.room-histogram',
        '.mini-user-chart',
        '.stats-count',
        '.stats-timeframe',
        '#tabs',
        '.tabcount',
        '.favorite-room',
      ],
    ],
    [
      'own profile',
      'samliew/profile.html',
      [
        '.user-status',
        '.user-stats',
        '.user-keycell',
        '.user-valuecell',
        '.user-message-count-xxl',
        '.user-room-count-xxl',
        '.user-histogram',
        '.reputation-score',
        '#user-roomcards-container',
        '.user-gravatar-N',
        '#edit-message',
      ],
    ],
    [
      '/transcript/1/2026/1/3',
      'samliew/transcript.html',
      [
        '#transcript-body',
        '#transcript',
        '.monologue',
        '.signature',
        '.tiny-signature',
        '.avatar',
        '.username',
        '.messages',
        '.timestamp',
        '.message',
        '#message-N',
        '.action-link',
        '.reply-info',
        '.content',
        '.flash',
        '#sidebar',
        '#info',
        '.calendar',
        '.calendar-small-link',
        '.room-mini',
        '.room-name',
        '.room-mini-description',
        '.tag',
        '#join-room',
        '#bookmark-button',
        '.mspark',
        '#fkey',
      ],
    ],
    [
      '/users/login',
      'samliew/login.html',
      [
        '#login-form',
        '#email',
        '#password',
        '#submit-button',
        '#oauth_version',
        '#oauth_server',
        '#se-login-fields',
      ],
    ],
  ])('%s as %s', async (path, fixture, wanted) => {
    const chat = await startChat();
    const browser = path === '/users/login' ? chat.visitor() : await chat.loggedIn(chat.ada);
    const page = (await browser.get(path === 'own profile' ? `/users/${chat.ada.id}` : path)).text;
    const ours = selectorsOf(page);
    const theirs = selectorsOf(captured(fixture));
    expect(wanted.filter((selector) => !theirs.has(selector))).toEqual([]);
    expect(wanted.filter((selector) => !ours.has(selector))).toEqual([]);
  });
});
