import { sitesOfRooms } from '../network/sites.js';
import { html, type Html } from './html.js';
import { chatPage } from './layout.js';
import { fkeyField } from './links.js';
import type { PageContext } from './page-context.js';

const accessChoices = [
  ['read-write', 'public: anyone may enter and talk'],
  ['read-only', 'gallery: anyone may enter, but only approved users can talk'],
  ['request', 'private: only approved users can enter and talk'],
] as const;

/** The form that makes a room, with what is known of it already. */
export function roomFormPage(
  context: PageContext,
  given: { readonly name: string; readonly host: string },
): Html {
  const sites = sitesOfRooms(context.server.site).map(({ name, host }) => {
    const chosen = host === given.host ? html`selected="selected"` : html``;
    return html`<option value="${host}" ${chosen}>${name}</option>`;
  });
  const access = accessChoices.map(([value, label], index) => {
    const chosen = index === 0 ? html`checked="checked"` : html``;
    return html`<label><input type="radio" name="defaultAccess" value="${value}" ${chosen} /> ${label}</label
      ><br />`;
  });
  return chatPage(context, {
    title: 'Create Room',
    content: html`
      <div class="subheader"><h1>Create a room</h1></div>
      <form id="room-form" method="post" action="/rooms/save">
        <label for="name">Name</label> <input type="text" id="name" name="name" value="${given.name}" /><br />
        <label for="description">Description</label>
        <textarea id="description" name="description" rows="4" cols="60"></textarea><br />
        <label for="tags">Tags</label> <input type="text" id="tags" name="tags" value="" /><br />
        <label for="host">Site</label>
        <select id="host" name="host">
          ${sites}</select
        ><br />
        ${access} ${fkeyField(context.fkey)}
        <input type="submit" class="button" value="create room" />
      </form>
    `,
  });
}
