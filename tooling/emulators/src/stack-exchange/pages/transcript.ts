import type { Room } from '../state/model.js';
import type { TranscriptDay } from '../transcript/transcript-day.js';
import { html, type Html } from './html.js';
import { messageGroups } from './message-groups.js';
import type { PageContext } from './page-context.js';
import { dateOf } from './relative-time.js';
import { transcriptLayout } from './transcript-layout.js';
import { dayLinks, hourPager, transcriptPath } from './transcript-links.js';
import { transcriptSidebar } from './transcript-sidebar.js';

/** What was said in a room on one day, or in some hours of it. One message can be pointed out. */
export function transcriptPage(
  context: PageContext,
  room: Room,
  shown: TranscriptDay,
  highlightedId?: number,
): Html {
  const { day, hours, messages } = shown;
  return transcriptLayout(context, room, {
    title: `${room.name} - ${dateOf(day)}`,
    canonical: transcriptPath(room.id, day, hours),
    links: html`${dayLinks(room.id, shown)} ${hourPager(room.id, shown)}`,
    messages: messageGroups(context, messages, highlightedId),
    sidebar: transcriptSidebar(context, room, shown),
  });
}
