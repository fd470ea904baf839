import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseFrame } from '../src/parse/frame.js';
import { parseIdentity } from '../src/parse/identity.js';
import { parseLogin } from '../src/parse/login.js';
import { isPrivateRoom } from '../src/parse/private-room.js';
import { parseRoomInfo } from '../src/parse/room-info.js';
import { toText } from '../src/parse/text.js';
import { parseTranscript } from '../src/parse/transcript.js';
import { parseUserPage, readAge } from '../src/parse/user-page.js';
import { parseHtml } from '../src/platform/html.node.js';
import { describeSentence } from '../src/refusals.js';

const folder = new URL('../../../../shared/fixtures/chatexchange/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const page = (name: string): ReturnType<typeof parseHtml> => parseHtml(read(name));

describe.skipIf(!existsSync(folder))('captured pages:', () => {
  test('a room', () => {
    const info = parseRoomInfo(page('samliew/room_info.html'));
    expect(info).toMatchObject({
      name: 'The Ministry of Silly Hats',
      description: 'Welcome to the MOSH pit, where the fun hattens.',
      tags: ['we-wait-for-hatty'],
      parentSiteName: undefined,
    });
    expect(info.owners).toHaveLength(3);
    expect(info.owners.every(({ id, name }) => id > 0 && name !== '' && !name.includes('♦'))).toBe(true);
    expect([info.messageCount, info.userCount].every((count) => Number.isInteger(count) && count > 0)).toBe(
      true,
    );
  });

  test('a user, on their own page', () => {
    expect(parseUserPage(page('samliew/profile.html'))).toMatchObject({
      name: 'FrankerZ',
      isModerator: false,
      messageCount: 8671,
    });
  });

  test('a transcript', () => {
    const { room, messages } = parseTranscript(page('samliew/transcript.html'));
    expect(room.id).toBe(167_908);
    expect(messages).toHaveLength(103);
    expect(messages.filter(({ parentId }) => parentId !== undefined)).toHaveLength(10);
    expect(messages.filter(({ edited }) => edited)).toHaveLength(4);
    expect(messages.filter(({ isPartial }) => isPartial)).toHaveLength(2);
    expect(messages[0]).toMatchObject({
      id: 44_424_713,
      owner: { id: 1_252_759, name: 'Jon Clements' },
      content: 'howdy',
      stars: 0,
      deleted: false,
    });
  });

  test('a reply as pages have written it since 2025', () => {
    const html = `<div class="monologue user-1"><div class="signature"><div class="username">gone</div></div>${read('reconstructed/transcript-message-reply-2025.html')}</div>`;
    const { messages } = parseTranscript(
      parseHtml(`<link rel="canonical" href="/transcript/167908/2018/10/30">${html}`),
    );
    expect(messages).toMatchObject([
      {
        id: 44_424_797,
        parentId: 44_424_796,
        owner: undefined,
        ownerName: 'gone',
        content: 'Cannot start burnination of tag [design]',
      },
    ]);
  });

  test.each([
    ['samliew/favorite.html', 10_162_108],
    ['sochat4j/private-room.html', 358_560],
    ['manishearth/chats_join_favorite_2014.html', 1251],
  ])('who is logged in, on %s', (name, id) => {
    expect(parseIdentity(page(name), name).me).toMatchObject({ id });
  });

  test('forms for logging in', () => {
    expect(parseLogin(page('samliew/login.html'))).toMatchObject({
      fkey: '1dfec326d3a6d52c8d03be6d3e1779e85c0d05e9699c1b0a3354cef2919944cb',
      isCaptcha: false,
      accountMissing: false,
      isReadOnly: false,
    });
    expect(parseLogin(page('samliew/login_nofkey.html')).fkey).toBeUndefined();
  });

  test('a private room, and a room that is not there', () => {
    expect(isPrivateRoom(read('sochat4j/private-room.html'))).toBe(true);
    expect(isPrivateRoom(read('sochat4j/room-not-found.html'))).toBe(false);
  });

  test('what a page lacks is named', () => {
    expect(() => parseRoomInfo(page('sochat4j/room-not-found.html'))).toThrow(
      /\/rooms\/info has no \.roomcard-xxl/,
    );
    expect(() => parseTranscript(page('samliew/login.html'))).toThrow(
      /\/transcript has no #transcript \.monologue/,
    );
    expect(() => parseUserPage(page('samliew/login.html'))).toThrow(/\/users has no h1/);
    expect(() => parseIdentity(parseHtml('<p>'), '/')).toThrow(/input#fkey/);
  });

  test('frames', () => {
    for (const name of readdirSync(new URL('timcastelijns/', folder))) {
      const [[room, news] = []] = parseFrame(JSON.parse(read(`timcastelijns/${name}`)))?.rooms ?? [];
      expect(room).toBe(15);
      expect(news?.events.length).toBeGreaterThan(0);
    }
    expect(parseFrame(JSON.parse(read('documented/frame-heartbeat-t-d.json')))).toEqual({
      reset: false,
      rooms: [[17, { events: [], t: 23_531_002, d: 3, reset: false, exit: false }]],
    });
  });

  test('sentences', () => {
    const strings = JSON.parse(read('documented/error-strings.json')) as Record<string, readonly string[]>;
    const all = Object.values(strings)
      .flat()
      .filter((sentence) => sentence !== 'ok');
    expect(Object.fromEntries(all.map((sentence) => [sentence, describeSentence(sentence).code])))
      .toMatchInlineSnapshot(`
      {
        "It is too late to delete this message": "TOO_LATE",
        "It is too late to edit this message": "TOO_LATE",
        "Only a room-owner can pin messages": "NO_PERMISSION",
        "The message has been deleted and cannot be edited": "MESSAGE_DELETED",
        "The room does not exist, or you do not have permission": "ROOM_NOT_FOUND",
        "The room has been frozen; new messages cannot be added": "ROOM_FROZEN",
        "The room is in timeout, ending in 58 seconds": "ROOM_TIMEOUT",
        "This message has already been deleted and cannot be edited": "MESSAGE_DELETED",
        "This message has already been deleted.": "MESSAGE_DELETED",
        "You can only delete your own messages": "NOT_YOUR_MESSAGE",
        "You can only edit your own messages": "NOT_YOUR_MESSAGE",
        "You can perform this action again in 1 second.": "THROTTLED",
        "You can perform this action again in 4 seconds.": "THROTTLED",
        "You cannot write or edit messages in this room": "NO_PERMISSION",
        "You need 20 reputation points...": "REPUTATION",
        "Your account is blocked, ending in 5 hours": "ACCOUNT_BLOCKED",
        "Your account is blocked, ending on Oct 2 at 1:37": "ACCOUNT_BLOCKED",
      }
    `);
  });
});

test.each([
  ['just now', 0],
  ['14s ago', 14],
  ['49m ago', 2940],
  ['3h ago', 10_800],
  ['2d ago', 172_800],
  ['1y ago', 31_536_000],
  ['n/a', undefined],
  ['', undefined],
])('an age of %j is %s seconds', (text, seconds) => {
  expect(readAge(text)).toBe(seconds);
});

test.each([
  ['it&#39;s &lt;b&gt; <b>bold</b>', "it's <b> bold"],
  ["<div class='full'>a <br> b</div>", 'a\nb'],
  ['<div class="onebox"><img src="//i.sstatic.net/x.png" class="user-image" /></div>', 'https://i.sstatic.net/x.png'],
  ['<div>one</div>\n<div title="a > b">two<p>three</p></div>', 'one\ntwo\nthree'],
  ["<pre class='full'>  a\n    b</pre>", '  a\n    b'],
  ['&rarr; <i>1 message</i> moved&hellip;', '→ 1 message moved…'],
  ['1 < 2 and <3', '1 < 2 and <3'],
  ['&#x1F600; &nope; &#55296;', '😀 &nope; \u{FFFD}'],
])('%s reads as text', (html, text) => {
  expect(toText(html)).toBe(text);
});

test.each([null, 1, 'x', [], { hello: 1 }, { reset: 1 }])('%j is no frame', (value) => {
  expect(parseFrame(value)).toBeUndefined();
});
