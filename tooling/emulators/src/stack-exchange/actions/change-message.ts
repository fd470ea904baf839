import { currentRevision, type Message, type Room, type User } from '../state/model.js';
import { eventType } from '../state/wire-event.js';
import { compose } from './compose.js';
import { messageDraft } from './event-drafts.js';
import { calls } from './post-message.js';
import type { Scene } from './scene.js';

/** Gives a message another wording and tells everybody. Nothing happens when nothing changes. */
export function editMessage(
  scene: Scene,
  room: Room,
  message: Message,
  editor: User,
  input: { readonly text: string; readonly parentId?: number | undefined },
): void {
  const { text } = input;
  const composed = compose(scene, room, editor, { text, parentId: input.parentId });
  // Whom an edit calls by name does not take the place of the message that is answered.
  const kept = scene.options.editsKeepReply && message.parent?.isReply === true ? message.parent : undefined;
  const parent = composed.parent?.isReply === true ? composed.parent : (kept ?? composed.parent);
  if (currentRevision(message).source === text && message.parent?.id === parent?.id) return;
  message.revisions.push({ source: text, html: composed.html, userId: editor.id, at: scene.clock.now() });
  message.parent = parent;
  scene.server.events.append([
    ...calls(scene, room, message, editor, composed.mentioned),
    messageDraft(scene, { type: eventType.messageEdited, room, message, actor: editor }),
  ]);
}

/** Removes a message. Its place in the room, and who removed it, stay known. */
export function deleteMessage(scene: Scene, room: Room, message: Message, deleter: User): void {
  message.deleted = { userId: deleter.id, at: scene.clock.now() };
  scene.server.events.append([
    messageDraft(scene, { type: eventType.messageDeleted, room, message, actor: deleter }),
  ]);
}

/** Shows a message again that was removed. */
export function undeleteMessage(scene: Scene, room: Room, message: Message, actor: User): void {
  message.deleted = undefined;
  scene.server.events.append([
    messageDraft(scene, { type: eventType.messageUndeleted, room, message, actor }),
  ]);
}

/** Forgets every wording but the one that counts. Nobody is told. */
export function purgeHistory(message: Message): void {
  message.revisions = [{ ...currentRevision(message), userId: message.userId, at: message.postedAt }];
}
