import { isCalled, mentionedNames, superPinged } from '../content/mentions.js';
import { escapeHtml } from '../content/escape.js';
import { pictureReputation, type QuotedMessage } from '../content/oneboxes.js';
import { renderContent } from '../content/render.js';
import { readReplyPrefix } from '../content/reply-prefix.js';
import { destinationOf } from '../network/hosts.js';
import { currentRevision, type Message, type Parent, type Room, type User } from '../state/model.js';
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
  const mentioned = findMentioned(scene, room, author, text).filter(
    (user) => user !== author && user !== answeredUser,
  );
  const html = renderContent(text, {
    tagHost: room.siteHost,
    showsAll: options.oneboxes === 'all',
    showsPictures: author.isModerator || (author.reputation ?? 1) >= pictureReputation,
    quoted: (address) => findQuoted(scene, address),
  });
  return {
    html:
      options.legacyReplies && answeredUser !== undefined
        ? html.replace(
            /^(?:<div class='\w+'>)?/,
            (opened) => `${opened}@${escapeHtml(answeredUser.name.replaceAll(/\s/g, ''))} `,
          )
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

function findMentioned({ server, clock }: Scene, room: Room, author: User, text: string): User[] {
  const names = mentionedNames(text);
  const called =
    names.length === 0
      ? []
      : pingableIn(server, room, clock.now()).filter((user) =>
          names.some((name) => isCalled(name, user.name)),
        );
  const pinged = author.isModerator ? superPinged(text).flatMap((id) => server.users.get(id) ?? []) : [];
  return [...new Set([...called, ...pinged])];
}

/** The message to which a permalink of this chat leads. What is said in private is not quoted. */
function findQuoted({ server }: Scene, address: URL): QuotedMessage | undefined {
  const destination = destinationOf(address.host);
  if (destination?.chatHost !== server.site.host || destination.kind === 'main') return undefined;
  const id =
    /^\/transcript\/message\/(\d+)/.exec(address.pathname)?.[1] ??
    (/^\/transcript\/\d+$/.test(address.pathname) ? address.searchParams.get('m') : null);
  const message = id === null ? undefined : server.messages.get(Number(id));
  const access = message === undefined ? undefined : server.rooms.get(message.roomId)?.access;
  if (message === undefined || message.deleted !== undefined || access === 'private') return undefined;
  return {
    id: message.id,
    userName: server.users.get(message.userId)?.name ?? `user${message.userId}`,
    html: currentRevision(message).html,
    postedAt: message.postedAt,
  };
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
