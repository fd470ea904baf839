import { isOwner, mayTalk } from '../state/chat-server.js';
import type { Room } from '../state/model.js';
import { html, type Html, rendered } from './html.js';
import { fkeyField } from './links.js';
import type { PageContext } from './page-context.js';

export interface TranscriptLayout {
  readonly title: string;
  /** The address under which the page is to be known. */
  readonly canonical: string;
  /** What stands above the messages and again below them. */
  readonly links: Html;
  readonly messages: readonly Html[];
  readonly sidebar: Html;
}

/** A page of what was said in a room. */
export function transcriptLayout(context: PageContext, room: Room, page: TranscriptLayout): Html {
  const { title, canonical, links, messages, sidebar } = page;
  return html`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
    <html xmlns="http://www.w3.org/1999/xhtml">
      <head>
        <title>${title}</title>
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title="Chat for ${context.server.site.host}"
          href="/opensearch.xml"
        />
        <link rel="canonical" href="${canonical}" />
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
            <div id="transcript">${messages}</div>
            <br />
            ${links} ${sidebar}
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
