import { readScriptText, readText, type PageElement } from './document.js';
import { readAccess, type RoomAccess } from './room-list.js';
import { unexpectedPage } from './unexpected.js';

/** Somebody who is in a room, as its page tells. */
export interface PresentUser {
  readonly id: number;
  readonly name: string;
  readonly reputation: number | undefined;
  readonly isModerator: boolean;
  readonly isOwner: boolean;
  /** Seconds since 1970; absent of who has never said anything there. */
  readonly lastPostAt: number | undefined;
}

/** What the page `/rooms/{id}` says of a room. */
export interface RoomPage {
  readonly name: string;
  /** HTML. */
  readonly description: string;
  readonly tags: readonly string[];
  readonly access: RoomAccess;
  /** Whether its reader may talk there. */
  readonly canTalk: boolean;
  /** Absent where the page does not tell. */
  readonly frozen: boolean | undefined;
  readonly deleted: boolean | undefined;
  /** The site that it belongs to; absent where the chat has only one. */
  readonly host: string | undefined;
  readonly isFavorite: boolean;
  readonly present: readonly PresentUser[];
}

const page = '/rooms/{id}';

/** Reads `/rooms/{id}`. */
export function parseRoomPage(document: PageElement): RoomPage {
  const name = readText(document.find('#roomname'));
  if (name === undefined) return unexpectedPage(page, '#roomname');
  const scripts = document.findAll('script').map((script) => script.text);
  // What the page starts its own program with.
  const room = scripts.map((script) => /\bStartChat\(([^]*?)\);/.exec(script)?.[1]).find(Boolean) ?? '';
  const flag = (which: string): boolean | undefined => {
    const value = new RegExp(`\\b${which}:\\s*(true|false)\\b`).exec(room)?.[1];
    return value === undefined ? undefined : value === 'true';
  };
  return {
    name,
    description: document.find('#roomdesc')?.html.trim() ?? '',
    tags: document.findAll('#room-tags .tag').map((tag) => tag.text.trim()),
    access: readAccess({ has: (icon) => document.find(`#info .${icon}`) !== undefined }),
    canTalk: document.find('#input') !== undefined,
    frozen: flag('frozen'),
    deleted: flag('deleted'),
    host: /\bhost:\s*(["'])(.*?)\1/.exec(room)?.[2] || undefined,
    isFavorite: document.find('#toggle-favorite.favorite-room') !== undefined,
    present: readPresent(document, scripts),
  };
}

/** Who is in the room: since 2020 a list in an attribute, before that the arguments of a call. */
function readPresent(document: PageElement, scripts: readonly string[]): readonly PresentUser[] {
  const list = document.find('.js-present[data-users]')?.attribute('data-users');
  if (list !== undefined) return readJson(list).map(readUser);
  for (const script of scripts) {
    const call = /\binitPresent\(\[([^]*?)\]\);/.exec(script)?.[1];
    if (call !== undefined) return call.match(/\{[^{}]*\}/g)?.map((given) => readUser(literal(given))) ?? [];
  }
  return unexpectedPage(page, '.js-present[data-users]');
}

function readJson(text: string): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list;
  } catch {
    // Refused below.
  }
  return unexpectedPage(page, '.js-present[data-users] with a list in JSON');
}

/** The fields of `{id: 1, name: ("…"), is_owner:true}`, which is no JSON. */
function literal(text: string): Readonly<Record<string, unknown>> {
  const pattern = /(\w+):\s*(?:\("((?:[^"\\]|\\.)*)"\)|(-?\d+)|(true|false))/g;
  return Object.fromEntries(
    Array.from(text.matchAll(pattern), ([, key = '', words, number, truth]) => [
      key,
      words === undefined
        ? number === undefined
          ? truth === 'true'
          : Number(number)
        : readScriptText(words),
    ]),
  );
}

function readUser(value: unknown): PresentUser {
  const { id, name, reputation, last_post, is_moderator, is_owner } = Object(value) as Readonly<
    Record<string, unknown>
  >;
  if (!Number.isSafeInteger(id) || typeof name !== 'string') {
    return unexpectedPage(page, '.js-present[data-users] with ids and names');
  }
  return {
    id: id as number,
    name,
    reputation: Number.isSafeInteger(reputation) ? (reputation as number) : undefined,
    isModerator: is_moderator === true,
    isOwner: is_owner === true,
    lastPostAt: Number.isSafeInteger(last_post) && last_post !== 0 ? (last_post as number) : undefined,
  };
}
