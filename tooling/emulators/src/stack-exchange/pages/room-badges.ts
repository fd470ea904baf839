import { escapeHtml } from '../content/escape.js';
import type { Room } from '../state/model.js';
import { html, type Html, nothing, rendered } from './html.js';

/** The icon of a room that not everybody may use. */
export function accessIcon(room: Room): Html {
  if (room.access === 'gallery') {
    return html`<span
      style="display:inline-block"
      class="sprite sprite-sec-gallery"
      title="Gallery: anyone may enter, but only approved users can talk"
    ></span>`;
  }
  if (room.access === 'private') {
    return html`<span
      style="display:inline-block"
      class="sprite sprite-sec-private"
      title="Private: only approved users can enter and talk"
    ></span>`;
  }
  return nothing;
}

/** Links to the tags of a room. In one piece, since JSON carries them as well. */
export function tagLinks(room: Room): Html {
  const links = room.tags.map((tag) => {
    const address = `https://${room.siteHost}/tags/${encodeURIComponent(tag)}/info`;
    return `<a rel="noopener noreferrer" class="tag" href="${escapeHtml(address)}">${escapeHtml(tag)}</a>`;
  });
  return rendered(links.join(' '));
}

export function favoriteMark(room: Room, readerId: number | undefined): string {
  return readerId !== undefined && room.favoriteOf.has(readerId)
    ? 'favorite-room-vote favorite-room'
    : 'favorite-room-vote';
}
