import { escapeHtml, withoutTags } from '../content/escape.js';
import { renderMarkdown } from '../content/markdown.js';
import type { Room, RoomAccess, User } from '../state/model.js';
import { newRoom } from '../state/new-room.js';
import { eventType } from '../state/wire-event.js';
import { noticeWire } from './event-drafts.js';
import { accessDraft, defaultAccess } from './room-access.js';
import type { Scene } from './scene.js';

/** What its owners can say about a room. */
export interface RoomFields {
  readonly name: string;
  /** One line of Markdown. */
  readonly description: string;
  readonly tags: readonly string[];
  readonly siteHost: string;
  readonly access: RoomAccess;
}

/** Opens a room, which belongs to whoever opened it. */
export function createRoom(scene: Scene, owner: User, fields: RoomFields): Room {
  const { server, clock } = scene;
  const { description, ...rest } = fields;
  const room = newRoom({
    id: server.nextRoomId(),
    createdAt: clock.now(),
    description: describe(scene, description),
    ...rest,
  });
  room.owners.add(owner.id);
  server.rooms.set(room.id, room);
  return room;
}

/** Changes a room; who is in it learns what it is called and about from now on, and what everybody may do there. */
export function changeRoom(scene: Scene, room: Room, actor: User, changes: Partial<RoomFields>): void {
  const before = topicOf(room);
  const accessBefore = room.access;
  room.name = changes.name ?? room.name;
  if (changes.description !== undefined) room.description = describe(scene, changes.description);
  room.tags = changes.tags ?? room.tags;
  room.siteHost = changes.siteHost ?? room.siteHost;
  room.access = changes.access ?? room.access;
  const topic = topicOf(room);
  const isOpenedOrClosed = room.access !== accessBefore;
  if (topic === before && !isOpenedOrClosed) return;
  const type = eventType.roomNameChanged;
  scene.server.events.append([
    { roomId: room.id, wire: noticeWire(scene, { type, content: topic, actor, room }) },
    ...(isOpenedOrClosed ? [accessDraft(scene, room, actor, { access: defaultAccess[room.access] })] : []),
  ]);
  scene.server.roomChanged(room.id);
}

function describe(scene: Scene, description: string): string {
  return renderMarkdown(description.replaceAll(/\s+/g, ' ').trim(), scene.server.site.login.host);
}

/** In words, as transcripts show it. */
function topicOf({ name, description, tags }: Room): string {
  const tagWords = tags.length === 0 ? '(no tags)' : tags.map((tag) => `[${escapeHtml(tag)}]`).join(' ');
  return `${escapeHtml(name)}: ${withoutTags(description)} ${tagWords}`;
}
