import { checkText, type CallOptions } from '@x/http-core';
import { tell } from './act.js';
import { toMarkdown } from './content/to-markdown.js';
import { refuseArgument } from './errors.js';
import type { AdministeredRoom } from './model/administered-room.js';
import type { Context } from './model/context.js';
import type { Room } from './model/room.js';
import type { RoomAccess } from './parse/room-list.js';
import { parseRoomSettings } from './parse/room-settings.js';
import { unexpectedAnswer } from './parse/unexpected.js';
import { path } from './path.js';

/** What everybody may do in a room: talk, read only (a gallery), or nothing before they are let in (a private room). */
export type DefaultAccess = 'read-write' | 'read-only' | 'request';

const accessOf: Readonly<Record<RoomAccess, DefaultAccess>> = {
  public: 'read-write',
  gallery: 'read-only',
  private: 'request',
};

/** What its owners decide about a room. */
export interface RoomSettings {
  /** What the room is called. */
  readonly name: string;
  /** In Markdown. */
  readonly description: string;
  readonly tags: readonly string[];
  /** The site that the room belongs to: `cooking.stackexchange.com`. */
  readonly host: string;
  readonly defaultAccess: DefaultAccess;
}

/** A room to be made. */
export type NewRoom = Pick<RoomSettings, 'name'> & {
  readonly [Key in keyof RoomSettings]?: RoomSettings[Key] | undefined;
};

/** What is to be different in a room. */
export type RoomChanges = { readonly [Key in keyof RoomSettings]?: RoomSettings[Key] | undefined };

/** Makes a room. */
export async function createRoom(context: Context, room: NewRoom, call?: CallOptions): Promise<Room> {
  const { name, description = '', tags = [], host = context.site, defaultAccess = 'read-write' } = room;
  const settings = { name, description, tags, host, defaultAccess };
  return context.rooms.get(await submit(context, settings, undefined, call)).learn({ name });
}

/** Changes a room. The service takes all of it at once, so what stays the same is read before. */
export async function saveRoom(
  context: Context,
  room: AdministeredRoom,
  changes: RoomChanges,
  call?: CallOptions,
): Promise<void> {
  check(changes);
  await context.me(call?.signal);
  const present = parseRoomSettings(await context.http.page(path`/rooms/${room.id}`, call));
  const settings = {
    name: changes.name ?? present.name,
    description: changes.description ?? toMarkdown(present.description),
    tags: changes.tags ?? present.tags,
    host: changes.host ?? present.host ?? context.site,
    defaultAccess: changes.defaultAccess ?? accessOf[present.access],
  };
  await submit(context, settings, room.id, call);
  room.forget('name', 'description', 'tags', 'parentSiteName', 'access', 'canTalk');
}

/** Sends the form; the service leads to the room that was saved. */
async function submit(
  context: Context,
  settings: RoomSettings,
  roomId: number | undefined,
  call?: CallOptions,
): Promise<number> {
  check(settings);
  const form = { ...settings, tags: settings.tags.join(' '), noDupeCheck: true, roomId };
  const { location } = await tell(context, '/rooms/save', form, call);
  const saved = /\/rooms\/(?:info\/)?(\d+)(?:[/?#]|$)/.exec(location ?? '')?.[1];
  const isOther = roomId !== undefined && roomId !== Number(saved);
  return saved === undefined || isOther ? unexpectedAnswer('/rooms/save', 'way to the room') : Number(saved);
}

function check({ name, description, tags, host, defaultAccess }: RoomChanges): void {
  if (name !== undefined) checkText(refuseArgument, 'name', name);
  if (description !== undefined && typeof description !== 'string') refuseArgument('description', 'a text');
  if (tags !== undefined && !(Array.isArray(tags) && tags.every((tag) => /^\S+$/.test(String(tag))))) {
    refuseArgument('tags', 'a list of tags, each without blanks');
  }
  if (host !== undefined) checkText(refuseArgument, 'host', host);
  if (defaultAccess !== undefined && !Object.values(accessOf).includes(defaultAccess)) {
    refuseArgument('defaultAccess', 'read-write, read-only or request');
  }
}
