import { isCalled, mentionedNames } from '../content/mentions.js';
import { escapeHtml } from '../content/escape.js';
import { renderContent } from '../content/render.js';
import { readReplyPrefix } from '../content/reply-prefix.js';
import type { Message, Parent, Room, User } from '../state/model.js';
import { pingableIn } from '../state/pingable.js';
import type { Scene } from './scene.js';

/** What somebody wrote, understood. */
export interface Composition {
  readonly html: string;
  readonly parent: Parent | undefined;
  /** Who is called by name, beside the one who is answered. */
  readonly mentioned: readonly User[];
}

/** Reads a text and the message that it answers, given by id or by the old prefix. */
export function compose(
  scene: Scene,
  room: Room,
  author: User,
  input: { readonly text: string; readonly parentId: number | undefined },
): Composition {
  const { server, options } = scene;
  const prefix =
    input.parentId === undefined || options.prefixBesideParent === 'goes'
      ? readReplyPrefix(input.text)
      : undefined;
  const answered = messageOf(scene, room, input.parentId ?? prefix?.parentId);
  const text = prefix !== undefined && answered !== undefined ? prefix.rest : input.text;
  const answeredUser = answered === undefined ? undefined : server.users.get(answered.userId);
  const mentioned = findMentioned(scene, room, text).filter(
    (user) => user !== author && user !== answeredUser,
  );
  const html = renderContent(text, server.site.login.host);
  return {
    html:
      options.legacyReplies && answeredUser !== undefined
        ? `@${escapeHtml(answeredUser.name.replaceAll(/\s/g, ''))} ${html}`
        : html,
    parent:
      answered === undefined ? mentionedMessage(scene, room, mentioned) : { id: answered.id, isReply: true },
    mentioned,
  };
}

/** Only a message of the same room can be answered; any other id is as good as none. */
function messageOf(scene: Scene, room: Room, id: number | undefined): Message | undefined {
  const message = id === undefined ? undefined : scene.server.messages.get(id);
  return message?.roomId === room.id ? message : undefined;
}

function findMentioned(scene: Scene, room: Room, text: string): User[] {
  const names = mentionedNames(text);
  if (names.length === 0) return [];
  return pingableIn(scene.server, room, scene.clock.now()).filter((user) =>
    names.some((name) => isCalled(name, user.name)),
  );
}

/** Who calls one person alone is taken to speak of the last thing that this person said. */
function mentionedMessage(scene: Scene, room: Room, mentioned: readonly User[]): Parent | undefined {
  const [only] = mentioned;
  if (only === undefined || mentioned.length > 1) return undefined;
  const last = scene.server.messages
    .inRoomBy(room.id, only.id)
    .findLast((message) => message.deleted === undefined);
  return last === undefined ? undefined : { id: last.id, isReply: false };
}
