import { parseIdentity } from '../src/parse/identity.js';
import { parseLogin } from '../src/parse/login.js';
import { parseMessageHistory } from '../src/parse/message-history.js';
import type { PageElement } from '../src/parse/document.js';
import { parseAccessLists, parseRoomInfo, parseRoomUsers } from '../src/parse/room-info.js';
import { parseRoomList } from '../src/parse/room-list.js';
import { parseRoomPage } from '../src/parse/room-page.js';
import { parseSearch } from '../src/parse/search.js';
import { parseStars } from '../src/parse/stars.js';
import { parseTranscript } from '../src/parse/transcript.js';
import { parseUserPage } from '../src/parse/user-page.js';

/** What a parser makes of a captured page, and what of it is known beforehand. */
export interface ParseCase {
  readonly kind: string;
  /** The captured page, by its name among the recorded ones. */
  readonly page: string;
  /** Puts a piece of a page into what the page had around it. */
  readonly complete?: ((piece: string) => string) | undefined;
  /** The few facts that tell whether it was read right. */
  readonly digest: (document: PageElement) => unknown;
  readonly expected: unknown;
}

/** A page as it came. */
export interface ParsePage {
  /** One of {@link parsers}. */
  readonly kind: string;
  readonly name: string;
  readonly html: string;
}

function define<T>(
  kind: string,
  page: string,
  parse: (document: PageElement) => T,
  digest: (value: T) => unknown,
  expected: unknown,
  complete?: (piece: string) => string,
): ParseCase {
  return { kind, page, complete, digest: (document) => digest(parse(document)), expected };
}

/** The parsers by the kind of page, for pages of which nothing is known beforehand. */
export const parsers: Readonly<Record<string, (document: PageElement) => unknown>> = {
  transcript: parseTranscript,
  search: (document) => parseSearch(document),
  'room info': parseRoomInfo,
  'room users': parseRoomUsers,
  access: parseAccessLists,
  rooms: parseRoomList,
  room: parseRoomPage,
  stars: parseStars,
  history: parseMessageHistory,
  user: parseUserPage,
  'login form': parseLogin,
  identity: (document) => parseIdentity(document, '/'),
};

/** What an emulated chat is asked for. The room is that of the credentials, and `{user}` and `{message}` are in it. */
export const emulatedPages: readonly (readonly [kind: string, address: string])[] = [
  ['transcript', '/transcript/{room}'],
  ['transcript', '/transcript/message/{message}'],
  ['search', '/search?q=the'],
  ['room info', '/rooms/info/{room}'],
  ['room users', '/rooms/info/{room}?users=frequent'],
  ['access', '/rooms/info/{room}?tab=access'],
  ['rooms', '/rooms?tab=all'],
  ['room', '/rooms/{room}'],
  ['stars', '/chats/stars/{room}?count=0'],
  ['user', '/users/{user}'],
  ['history', '/messages/{message}/history'],
  ['identity', '/chats/join/favorite'],
  ['login form', '/users/login'],
];

/** What is read from pages, field by field, as text: to be compared with what is read elsewhere. */
export function readPages(
  parseHtml: (text: string) => PageElement,
  pages: readonly ParsePage[],
): readonly string[] {
  return pages.map(({ kind, name, html }) => {
    const value = parsers[kind]?.(parseHtml(html));
    return `${kind} of ${name}: ${told(value)}`;
  });
}

/** What is read wrongly from captured pages; `read` gives a page by its name. */
export function checkCases(
  parseHtml: (text: string) => PageElement,
  read: (page: string) => string,
): readonly string[] {
  return parseCases.flatMap(({ kind, page, complete = (piece) => piece, digest, expected }) => {
    const found = told(digest(parseHtml(complete(read(page)))));
    return found === told(expected) ? [] : [`${kind} of ${page}: ${found} is not ${told(expected)}`];
  });
}

/** JSON that tells what is `undefined` from what is not there, and does not depend on the order of fields. */
function told(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) => {
      if (part === undefined) return 'undefined';
      return typeof part !== 'object' || part === null || Array.isArray(part)
        ? part
        : Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? 'undefined'
  );
}

/** Captured pages, and the counts and values that the documentation of the service gives for them. */
export const parseCases: readonly ParseCase[] = [
  define(
    'transcript',
    'samliew/transcript.html',
    parseTranscript,
    ({ messages, ...rest }) => ({
      ...rest,
      messages: messages.length,
      minutes: messages.filter(({ minute }) => minute !== undefined).length,
      replies: messages.filter(({ parentId }) => parentId !== undefined).length,
      edited: messages.filter(({ edited }) => edited).length,
      partial: messages.filter(({ isPartial }) => isPartial).length,
      highlighted: messages.filter(({ isHighlighted }) => isHighlighted).map(({ id }) => id),
      first: messages[0],
    }),
    {
      room: { id: 167_908, name: 'SOBotics Workshop' },
      day: '2018-10-30',
      hours: [11, 23],
      pauses: [
        { text: '6 hours later…', before: 44_430_444 },
        { text: '1 hour later…', before: 44_431_164 },
      ],
      previousDay: '2018-10-29',
      nextDay: undefined,
      firstDay: '2018-03-30',
      lastDay: undefined,
      otherHours: [],
      readerId: 4_875_631,
      messages: 103,
      minutes: 17,
      replies: 10,
      edited: 4,
      partial: 2,
      highlighted: [44_431_164],
      first: {
        id: 44_424_713,
        roomId: 167_908,
        owner: { id: 1_252_759, name: 'Jon Clements' },
        ownerName: 'Jon Clements',
        content: 'howdy',
        isPartial: false,
        deleted: false,
        edited: false,
        parentId: undefined,
        stars: 0,
        starredByYou: false,
        pinned: false,
        isHighlighted: false,
        minute: (11 * 60 + 58) * 60,
        near: [(11 * 60 + 58) * 60, (11 * 60 + 58) * 60 + 59],
      },
    },
  ),
  define('room info', 'samliew/room_info.html', parseRoomInfo, (info) => info, {
    name: 'The Ministry of Silly Hats',
    description: 'Welcome to the MOSH pit, where the fun hattens.',
    tags: ['we-wait-for-hatty'],
    messageCount: 123_287,
    userCount: 138,
    parentSiteName: undefined,
    owners: [
      { id: 2_302_862, name: 'Siguza' },
      { id: 4_174_897, name: 'Kyll' },
      { id: 2_246_344, name: 'Sam' },
    ],
    firstMessage: '2015-10-19',
    lastMessage: '18 minutes ago',
    messageStatistics: {
      today: 65,
      yesterday: 199,
      'per day': 113,
      'this week': 1100,
      'last week': 530,
      'per week': 1000,
    },
    isFavorite: true,
  }),
  define(
    'room users',
    'samliew/room_info.html',
    parseRoomUsers,
    (users) => ({ count: users.length, last: users.at(-2) }),
    {
      count: 7,
      last: { id: 366_904, name: 'Cody Gray', reputation: 231_342, messageCount: 17_495 },
    },
  ),
  ...(
    [
      ['sochat4j/homepage.so.html', 20],
      ['sochat4j/homepage.m.html', 17],
    ] as const
  ).map(([page, count]) =>
    define(
      'rooms',
      page,
      parseRoomList,
      ({ rooms, next }) => ({
        count: rooms.length,
        next,
        named: rooms.every(({ name }) => name !== '' && !name.includes('…')),
        counted: rooms.every(({ messageCount }) => (messageCount ?? 0) > 0),
      }),
      { count, next: count === 20 ? 2 : undefined, named: true, counted: true },
    ),
  ),
  define('rooms', 'sochat4j/homepage.so.html', parseRoomList, ({ rooms }) => rooms[3], {
    id: 232_981,
    name: "4b0's room",
    textDescription:
      "To make SO clean, it's only a small step !! 1. 🚩 ! = 🏳️ (autoflag vs out of flag). 2. Not every comments posted here worthy to flag. 3.  Due to the daily flag limit (100 flag per day), I escape several comments which falls under NLN. 4. Use your best judgment before flag a comment as NLN. ",
    parentSiteName: 'Stack Overflow',
    access: 'gallery',
    frozen: false,
    deleted: false,
    isFavorite: false,
    messageCount: 123_758,
  }),
  define(
    'room',
    'sochat4j/rooms-1.html',
    parseRoomPage,
    ({ present, ...rest }) => ({ ...rest, present: present.length, first: present[0], last: present.at(-1) }),
    {
      name: 'Sandbox',
      description: 'Where you can play with regular chat features (except flagging) without upsetting anyone',
      tags: ['sandbox', 'sandbox'],
      host: undefined,
      access: 'public',
      canTalk: true,
      frozen: false,
      deleted: false,
      isFavorite: true,
      present: 11,
      first: {
        id: 13_379,
        name: 'Michael',
        reputation: 22_134,
        isModerator: false,
        isOwner: true,
        lastPostAt: 1_492_565_139,
      },
      last: {
        id: 6_091_685,
        name: 'jake',
        reputation: 135,
        isModerator: false,
        isOwner: false,
        lastPostAt: undefined,
      },
    },
  ),
  define(
    'room',
    'sochat4j/rooms-15-protected.html',
    parseRoomPage,
    ({ name, access, canTalk, isFavorite }) => ({ name, access, canTalk, isFavorite }),
    { name: 'Android', access: 'gallery', canTalk: false, isFavorite: false },
  ),
  define('stars', 'reconstructed/stars-list.html', parseStars, (stars) => stars, [
    {
      id: 44_292_653,
      content: 'can we remove the cats tag',
      owner: { id: 1_843_331, name: 'Tim Castelijns' },
      stars: 2,
      starredByYou: true,
      pinned: true,
      age: '2d',
    },
  ]),
  define('access', 'reconstructed/rooms-info-access.html', parseAccessLists, (lists) => lists, {
    owners: [{ id: 5001, name: 'Alice' }],
    readWrite: [],
    readOnly: [],
    requests: undefined,
  }),
  define(
    'user',
    'samliew/profile.html',
    parseUserPage,
    ({ name, isModerator, messageCount }) => ({ name, isModerator, messageCount }),
    { name: 'FrankerZ', isModerator: false, messageCount: 8671 },
  ),
  define('login form', 'samliew/login_nofkey.html', parseLogin, ({ fkey }) => fkey, undefined),
  ...(
    [
      ['samliew/favorite.html', 10_162_108],
      ['sochat4j/private-room.html', 358_560],
      ['manishearth/chats_join_favorite_2014.html', 1251],
    ] as const
  ).map(([page, id]) =>
    define(
      'identity',
      page,
      (document) => parseIdentity(document, page),
      ({ me }) => me?.id,
      id,
    ),
  ),
  define(
    'history',
    'reconstructed/messages-history-edited-pinned.html',
    parseMessageHistory,
    (history) => history,
    {
      roomId: 11_540,
      owner: { id: 5001, name: 'Alice' },
      content: '<b>hello</b> world, again',
      deleted: false,
      stars: 2,
      pins: 1,
      pinners: [{ id: 5002, name: 'Bob' }],
      steps: [
        {
          kind: 'edited',
          user: { id: 5001, name: 'Alice' },
          userName: 'Alice',
          source: '**hello** world, again',
          clockTime: '1:46 AM',
        },
        {
          kind: 'said',
          user: { id: 5001, name: 'Alice' },
          userName: 'Alice',
          source: '**hello** world',
          clockTime: '1:45 AM',
        },
      ],
    },
  ),
  define(
    'history',
    'reconstructed/messages-history-deleted.html',
    parseMessageHistory,
    ({ deleted, stars, pins, steps }) => ({
      deleted,
      stars,
      pins,
      steps: steps.map(({ kind, source }) => [kind, source]),
    }),
    {
      deleted: true,
      stars: 0,
      pins: 0,
      steps: [
        ['deleted', undefined],
        ['said', 'oops'],
      ],
    },
  ),
  define(
    'login form',
    'samliew/login.html',
    parseLogin,
    (login) => ({ ...login, title: login.title !== '' }),
    {
      fkey: '1dfec326d3a6d52c8d03be6d3e1779e85c0d05e9699c1b0a3354cef2919944cb',
      title: true,
      notice: undefined,
      isCaptcha: false,
      accountMissing: false,
      isReadOnly: false,
    },
  ),
  define(
    'transcript',
    'reconstructed/transcript-message-reply-2025.html',
    parseTranscript,
    ({ day, hours, messages }) => ({
      day,
      hours,
      messages: messages.map(({ id, parentId, owner, ownerName, content }) => ({
        id,
        parentId,
        owner,
        ownerName,
        content,
      })),
    }),
    {
      day: '2018-10-30',
      hours: [0, 24],
      messages: [
        {
          id: 44_424_797,
          parentId: 44_424_796,
          owner: undefined,
          ownerName: 'gone',
          content: 'Cannot start burnination of tag [design]',
        },
      ],
    },
    // Whoever said it has no account any more.
    (message) => `<html><head><link rel="canonical" href="/transcript/167908/2018/10/30"></head><body>
      <div class="monologue user-1"><div class="signature"><div class="username">gone</div></div>${message}</div>`,
  ),
  define(
    'room',
    'documented/js-present.html',
    parseRoomPage,
    ({ present }) => present,
    [
      {
        id: 267_099,
        name: 'DavidPostill',
        reputation: 7507,
        isModerator: false,
        isOwner: false,
        lastPostAt: 1_605_430_681,
      },
    ],
    (present) => `<html><body><span id="roomname">Somewhere</span>${present}`,
  ),
];
