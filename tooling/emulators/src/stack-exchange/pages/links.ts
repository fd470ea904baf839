import type { Room, User } from '../state/model.js';
import { html, type Html } from './html.js';
import { slugOf } from './slug.js';

export function userPath(user: Pick<User, 'id' | 'name'>): string {
  return `/users/${user.id}/${slugOf(user.name)}`;
}

export function roomPath(room: Pick<Room, 'id' | 'name'>): string {
  return `/rooms/${room.id}/${slugOf(room.name)}`;
}

export function roomInfoPath(room: Pick<Room, 'id' | 'name'>): string {
  return `/rooms/info/${room.id}/${slugOf(room.name)}`;
}

/** The name as pages show it: moderators carry a diamond. */
export function shownName(user: User): string {
  return user.isModerator ? `${user.name} ♦` : user.name;
}

export function fkeyField(fkey: string): Html {
  return html`<input id="fkey" name="fkey" type="hidden" value="${fkey}" />`;
}

/** A picture of either kind: an address behind an exclamation mark, or a hash that Gravatar knows. */
export function pictureOf(user: User, size: number): string {
  return user.pictureHash.startsWith('!')
    ? user.pictureHash.slice(1)
    : `https://www.gravatar.com/avatar/${user.pictureHash}?s=${size}&d=identicon&r=PG`;
}
