import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseFrame } from '../src/parse/frame.js';
import { parseIdentity } from '../src/parse/identity.js';
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
  [
    '<div class="onebox"><img src="//i.sstatic.net/x.png" class="user-image" /></div>',
    'https://i.sstatic.net/x.png',
  ],
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
