import { currentRevision, editsOf, type Message, type Room, type User } from '../state/model.js';
import { html, type Html, nothing, rendered } from './html.js';
import { chatPage } from './layout.js';
import { fkeyField, shownName, userPath } from './links.js';
import type { PageContext } from './page-context.js';
import { clockTime } from './relative-time.js';

/** What became of a message: how it is now, then each step, the newest first. */
export function historyPage(context: PageContext, room: Room, message: Message): Html {
  const { server } = context;
  const user = (id: number): User | undefined => server.users.get(id);
  const steps = message.revisions
    .map((revision, index) =>
      step(user(revision.userId), revision.at, index === 0 ? 'said' : 'edited', revision.source),
    )
    .toReversed();
  const removal =
    message.deleted === undefined ? [] : [deletion(user(message.deleted.userId), message.deleted.at)];
  return chatPage(context, {
    title: `message ${message.id} - history`,
    content: html`
      <h2>Message ${message.deleted === undefined ? 'edit' : 'deletion'} history</h2>
      ${currentState(context, room, message)} ${[...message.pins.keys()].map((id) => pinner(user(id)))}
      ${removal}${steps} ${fkeyField(context.fkey)}
    `,
  });
}

function currentState({ server }: PageContext, room: Room, message: Message): Html {
  const { id } = message;
  const author = server.users.get(message.userId);
  const edits = editsOf(message) > 0 ? ' edits' : '';
  return monologue(
    author,
    message.postedAt,
    html`<div class="message" id="message-${id}">
      <a name="${id}" href="/transcript/${room.id}?m=${id}#${id}"
        ><span style="display:inline-block;" class="action-link${edits}"><span class="img"> </span></span
      ></a>
      <div class="content">${rendered(currentRevision(message).html)}</div>
      <span class="flash">${starMark(message)}</span>
    </div>`,
  );
}

/** One star is shown without a number. */
function starMark({ stars, pins }: Message): Html {
  if (stars.size === 0) return nothing;
  const times = stars.size === 1 ? '' : String(stars.size);
  return html`<span class="stars vote-count-container${pins.size > 0 ? ' owner-star' : ''}"
    ><span class="img vote"></span><span class="times">${times}</span></span
  >`;
}

function pinner(user: User | undefined): Html {
  return html`
    <p>
      <span class="stars owner-star vote-count-container"><span class="img"></span></span> pinned by
      ${nameLink(user)}
    </p>
  `;
}

function step(user: User | undefined, at: number, what: 'said' | 'edited', source: string): Html {
  return monologue(
    user,
    at,
    html`<div class="message">
      <div class="content"><b>${what}:</b> <span class="message-source">${source}</span></div>
    </div>`,
  );
}

function deletion(user: User | undefined, at: number): Html {
  return monologue(
    user,
    at,
    html`<div class="message">
      <div class="content"><b>deleted</b></div>
    </div>`,
  );
}

function monologue(user: User | undefined, at: number, content: Html): Html {
  return html`
    <div class="monologue${user === undefined ? '' : ` user-${user.id}`}">
      <div class="signature">
        <div class="tiny-signature"><div class="username">${nameLink(user)}</div></div>
      </div>
      <div class="messages">
        <div class="timestamp">${clockTime(at)}</div>
        ${content}
      </div>
    </div>
  `;
}

function nameLink(user: User | undefined): Html {
  if (user === undefined) return nothing;
  return html`<a href="${userPath(user)}" title="${user.name}">${shownName(user)}</a>`;
}
