import { escapeHtml } from '../content/escape.js';
import { roomPath } from '../pages/links.js';
import type { EventDraft } from '../state/event-log.js';
import type { Message, Room, User } from '../state/model.js';
import { eventType } from '../state/wire-event.js';
import { messageDraft } from './event-drafts.js';
import { addMessage } from './post-message.js';
import type { Scene } from './scene.js';

/** Takes messages from one room to another. Either is told of each message, and then in a message of the mover's of all. */
export function moveMessages(
  scene: Scene,
  mover: User,
  messages: readonly Message[],
  from: Room,
  to: Room,
): void {
  const [first] = messages;
  if (first === undefined) return;
  const { server } = scene;
  const root = `https://${server.site.host}`;
  const counted = `${messages.length} ${messages.length === 1 ? 'message' : 'messages'}`;
  const linkTo = (room: Room): string => `<a href="${root}${roomPath(room)}">${escapeHtml(room.name)}</a>`;

  const leaving = messages.map((message) => movedDraft(scene, eventType.messageMovedOut, from, message));
  for (const message of messages) {
    message.movedFrom = from.id;
    server.messages.move(message, to.id);
  }
  const permalink = `${root}/transcript/message/${first.id}#${first.id}`;
  const farewell = addMessage(scene, from, mover, {
    source: `→ *[${counted}](${permalink}) moved to [${to.name}](${root}${roomPath(to)})*`,
    html: `&rarr; <i><a href="${permalink}">${counted}</a> moved to ${linkTo(to)}</i>`,
  });
  server.events.append([...leaving, postedDraft(scene, from, farewell, mover)]);

  const arriving = messages.map((message) => movedDraft(scene, eventType.messageMovedIn, to, message));
  const welcome = addMessage(scene, to, mover, {
    source: `← *${counted} moved from [${from.name}](${root}${roomPath(from)})*`,
    html: `&larr; <i>${counted} moved from ${linkTo(from)}</i>`,
  });
  server.events.append([...arriving, postedDraft(scene, to, welcome, mover)]);
}

/** As when it was posted: by its author, at its time. */
function movedDraft(scene: Scene, type: 19 | 20, room: Room, message: Message): EventDraft {
  return messageDraft(scene, {
    type,
    room,
    message,
    actor: scene.server.users.get(message.userId),
    at: message.postedAt,
    more: { moved: true },
  });
}

function postedDraft(scene: Scene, room: Room, message: Message, actor: User): EventDraft {
  return messageDraft(scene, { type: eventType.messagePosted, room, message, actor });
}
