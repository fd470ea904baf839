import { activityBars } from '../pages/hour-bars.js';
import { tagLinks } from '../pages/room-badges.js';
import { messagesIn } from '../state/chat-server.js';
import type { Room } from '../state/model.js';
import type { Call } from './call.js';

/** A room in short. Description, tags and usage are HTML; the last is drawn only for those who ask for it. */
export function roomThumb({ chat, user, page }: Call, room: Room, showsUsage: boolean): object {
  return {
    id: room.id,
    name: room.name,
    description: room.description,
    isFavorite: user !== undefined && room.favoriteOf.has(user.id),
    usage: showsUsage ? activityBars(messagesIn(chat.server, room.id), page.now).text : null,
    tags: tagLinks(room).text,
  };
}
