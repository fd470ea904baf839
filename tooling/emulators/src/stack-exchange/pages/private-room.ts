import { html, type Html } from './html.js';
import { chatPage } from './layout.js';
import { fkeyField } from './links.js';
import type { PageContext } from './page-context.js';

/** In place of a room that its reader may not enter. */
export function privateRoomPage(context: PageContext, roomId: number): Html {
  return chatPage(context, {
    title: 'Access Denied',
    content: html`
      <h2>Private Room</h2>
      <p>The room you are attempting to access is private.</p>
      <p>If you believe that you should have access to this room, you can request access to it:</p>
      <form method="post" action="/rooms/requestaccess">
        <input type="hidden" value="${roomId}" id="roomId" name="roomId" />${fkeyField(context.fkey)}
        <input type="submit" value="request access" />
      </form>
    `,
  });
}
