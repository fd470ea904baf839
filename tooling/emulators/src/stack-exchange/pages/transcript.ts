import { isOwner, mayTalk } from '../state/chat-server.js';
import type { Room } from '../state/model.js';
import type { TranscriptDay } from '../transcript/transcript-day.js';
import { html, type Html, rendered } from './html.js';
import { fkeyField } from './links.js';
import { messageGroups } from './message-groups.js';
import type { PageContext } from './page-context.js';
import { dateOf } from './relative-time.js';
import { dayLinks, hourPager, transcriptPath } from './transcript-links.js';
import { transcriptSidebar } from './transcript-sidebar.js';

/** What was said in a room on one day, or in some hours of it. One message can be pointed out. */
export function transcriptPage(
  context: PageContext,
  room: Room,
  shown: TranscriptDay,
  highlightedId?: number,
): Html {
  const { server } = context;
  const { day, hours, messages } = shown;
  const links = html`${dayLinks(room.id, shown)} ${hourPager(room.id, shown)}`;
  return html`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
    <html xmlns="http://www.w3.org/1999/xhtml">
      <head>
        <title>${room.name} - ${dateOf(day)}</title>
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title="Chat for ${server.site.host}"
          href="/opensearch.xml"
        />
        <link rel="canonical" href="${transcriptPath(room.id, day, hours)}" />
        <script type="text/javascript">
          $(function () {
            ${startScript(context, room)};
            popupDismisser();
          });
        </script>
      </head>
      <body id="transcript-body">
        <div id="container">
          <div id="main">
            ${links}
            <br />
            <div id="transcript">${messageGroups(context, messages, highlightedId)}</div>
            <br />
            ${links} ${transcriptSidebar(context, room, shown)}
          </div>
        </div>
        ${fkeyField(context.fkey)}
      </body>
    </html> `;
}

/** Whose transcript this is, in a call that clients read: owner, own id, moderator, registered, room, may talk. */
function startScript({ reader }: PageContext, room: Room): Html {
  const flags = [
    isOwner(room, reader),
    reader?.id ?? 0,
    reader?.isModerator ?? false,
    reader !== undefined,
    room.id,
    mayTalk(room, reader),
  ];
  return rendered(`initTranscript(${flags.join(', ')});`);
}
