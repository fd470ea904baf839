import type { User } from '../state/model.js';
import { html, type Html, nothing } from './html.js';
import { pictureOf, shownName, userPath } from './links.js';

export interface Monologue {
  /** Who speaks; undefined for somebody who is not known any more. */
  readonly user: User | undefined;
  readonly userId: number;
  readonly isOwn?: boolean;
  /** `1:45 AM`; not every group shows its time. */
  readonly time: string | undefined;
  readonly messages: readonly Html[];
}

/** What somebody said in one go, behind their name. */
export function monologue({ user, userId, isOwn = false, time, messages }: Monologue): Html {
  const timestamp = time === undefined ? nothing : html`<div class="timestamp">${time}</div>`;
  return html`
    <div class="monologue user-${userId}${isOwn ? ' mine' : ''}">
      <div class="signature">
        <div class="tiny-signature">
          ${avatar(user)}
          <div class="username">${nameLink(user, userId)}</div>
        </div>
      </div>
      <div class="messages">${timestamp} ${messages}</div>
      <div class="clear-both" style="height:0">&nbsp;</div>
    </div>
  `;
}

/** The name, which leads to the profile. Those who are deleted keep a name, without a link. */
export function nameLink(user: User | undefined, userId: number): Html {
  if (user === undefined) return html`user${userId}`;
  return html`<a href="${userPath(user)}" title="${user.name}">${shownName(user)}</a>`;
}

function avatar(user: User | undefined): Html {
  if (user === undefined) return nothing;
  return html`<div class="avatar avatar-16">
    <img width="16" height="16" src="${pictureOf(user, 16)}" alt="${user.name}" />
  </div>`;
}
