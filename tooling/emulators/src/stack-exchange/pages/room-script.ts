import { toWireJson, toSeconds } from '../content/wire-json.js';
import type { Room } from '../state/model.js';
import { html, type Html, rendered } from './html.js';
import type { PageContext } from './page-context.js';

/** The script that starts the chat, in which clients look for their own id and for the state of the room. */
export function chatScript(context: PageContext, room: Room, presence: Html): Html {
  const { server, reader, now } = context;
  const site = toWireJson(server.site.roomsHaveSites ? server.site.login.host : '');
  return html` <script type="text/javascript">
    SERVER_TIME_OFFSET = ${toSeconds(now)} - new Date().getTime() / 1000;
    $(function () {
      var chat = StartChat(
        {
          may_bookmark: false,
          ws: true,
        },
        ${reader?.id ?? 0},
        {
          id: ${room.id},
          host: ${rendered(site)},
          deleted: ${String(room.deleted)},
          frozen: ${String(room.frozen)},
        },
        null,
        ${String(reader?.isModerator ?? false)},
        false,
        {},
      );
      ${presence};
    });
  </script>`;
}
