import type { Room, User } from '../state/model.js';
import { activityBars } from './hour-bars.js';
import { html, type Html, nothing } from './html.js';
import { pictureOf, userPath } from './links.js';
import type { PageContext } from './page-context.js';
import { shortNumber, timeAgo } from './relative-time.js';

/** Somebody in a list. With a room, the count is of what they wrote there; owners have a prefix of their own. */
export function userCard(
  context: PageContext,
  user: User,
  { room, idPrefix }: { readonly room?: Room; readonly idPrefix: 'user' | 'owner-user' },
): Html {
  const { messages: all } = context.server;
  const messages = room === undefined ? all.by(user.id) : all.inRoomBy(room.id, user.id);
  const last = messages.at(-1);
  const lastPost =
    last === undefined
      ? nothing
      : html`<div>
          last post ${room === undefined ? nothing : 'here'}
          <a class="permalink" href="/transcript/message/${last.id}#${last.id}"
            >${timeAgo(last.postedAt, context.now)}</a
          >
        </div>`;
  const total = `${messages.length} all time messages${room === undefined ? '' : ` in ${room.name}`}`;
  const diamond = user.isModerator ? html`&nbsp;♦` : nothing;
  return html` <div id="${idPrefix}-${user.id}" class="usercard">
    <div class="user-header" title="${user.name}">
      <a href="${userPath(user)}"
        ><img alt="${user.name}" class="user-gravatar48" height="48" width="48" src="${pictureOf(user, 48)}"
      /></a>
      <h3>
        <a class="username${user.isModerator ? ' moderator' : ''}" href="${userPath(user)}"
          >${user.name}${diamond}</a
        >
      </h3>
      ${reputationFlair(user)}
      <div class="user-message-info" title="${user.about}">${user.about}</div>
      <div class="clear-both"></div>
    </div>
    <div class="user-details">
      <div
        class="mini-user-chart"
        title="Typical user activity over a 24-hour period; current time is highlighted"
      >
        ${activityBars(messages, context.now)}
      </div>
      ${lastPost}
    </div>
    <div class="user-message-count" title="${total}">${shortNumber(messages.length)}</div>
  </div>`;
}

/** Absent for those without a user on a main site. */
export function reputationFlair({ reputation }: User): Html {
  if (reputation === undefined) return nothing;
  return html`<div class="user-flair">
    <span class="reputation-score" title="${reputation}">${shortNumber(reputation)}</span>
  </div>`;
}
