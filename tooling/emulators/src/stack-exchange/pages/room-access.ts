import { isOwner } from '../state/chat-server.js';
import type { Room } from '../state/model.js';
import { html, type Html, nothing } from './html.js';
import type { PageContext } from './page-context.js';
import { userCard } from './user-card.js';

const defaults: Readonly<Record<Room['access'], string>> = {
  public: 'public: anyone may enter and talk',
  gallery: 'gallery: anyone may enter, but only approved users can talk',
  private: 'private: only approved users can enter and talk',
};

/** Who may do what in a room. Owners see who has asked to be let in. */
export function roomAccess(context: PageContext, room: Room): Html {
  const requests = isOwner(room, context.reader)
    ? section(context, room, 'request', 'Access requests', room.requests)
    : nothing;
  return html`
    <p id="default-access">This room is ${defaults[room.access]}.</p>
    ${section(context, room, 'owner', 'Room owners', room.owners)}
    ${section(context, room, 'read-write', 'Write access', room.writers)}
    ${section(context, room, 'read-only', 'Read access', room.readers)} ${requests}
    <div class="clear-both"></div>
  `;
}

function section(
  context: PageContext,
  room: Room,
  name: string,
  heading: string,
  ids: ReadonlySet<number>,
): Html {
  const users = [...ids].flatMap((id) => context.server.users.get(id) ?? []);
  return html`<div id="access-section-${name}" class="access-section clear-both">
    <h4>${heading}</h4>
    ${users.map((user) => userCard(context, user, { room, idPrefix: 'user' }))}
  </div>`;
}
