import { toWireJson, toSeconds } from '../content/wire-json.js';
import { type ChatServer, presentIn } from '../state/chat-server.js';
import type { Room } from '../state/model.js';
import { html, type Html, rendered } from './html.js';

interface PresentUser {
  readonly id: number;
  readonly name: string;
  readonly email_hash: string;
  readonly reputation: number;
  readonly last_post: number;
  readonly is_moderator: boolean;
  readonly is_owner: boolean;
}

/** Who is in a room, as pages list it since November 2020. */
export function presenceAttribute(server: ChatServer, room: Room): Html {
  return html`<div class="js-present" data-users="${JSON.stringify(presentUsers(server, room))}"></div>`;
}

/** The same as a call in the page's script, which is not JSON. */
export function presenceScript(server: ChatServer, room: Room): Html {
  const users = presentUsers(server, room).map((user) =>
    [
      `{id: ${user.id}`,
      `name: (${toWireJson(user.name)})`,
      `email_hash: (${toWireJson(user.email_hash)})`,
      `reputation: ${user.reputation}`,
      `last_post: ${user.last_post}${user.is_moderator ? ',is_moderator:true' : ''}${user.is_owner ? ',is_owner:true' : ''} }`,
    ].join(', '),
  );
  return rendered(`CHAT.RoomUsers.initPresent([\n    ${users.join('\n    ,')}\n]);`);
}

function presentUsers(server: ChatServer, room: Room): PresentUser[] {
  return presentIn(server, room.id).map((user) => ({
    id: user.id,
    name: user.name,
    email_hash: user.pictureHash,
    reputation: user.reputation ?? 0,
    last_post: user.lastPostAt === undefined ? 0 : toSeconds(user.lastPostAt),
    is_moderator: user.isModerator,
    is_owner: room.owners.has(user.id),
  }));
}
