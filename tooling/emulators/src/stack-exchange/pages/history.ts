import { currentRevision, type Message, type User } from '../state/model.js';
import { html, type Html, rendered } from './html.js';
import { chatPage } from './layout.js';
import { fkeyField } from './links.js';
import { monologue, nameLink } from './monologue.js';
import type { PageContext } from './page-context.js';
import { clockTime } from './relative-time.js';
import { starMark } from './star-mark.js';
import { permalink } from './transcript-message.js';

/** What became of a message: how it is now, then each step, the newest first. */
export function historyPage(context: PageContext, message: Message): Html {
  const steps = message.revisions
    .map((revision, index) => {
      const what = index === 0 ? 'said' : 'edited';
      return step(
        context,
        revision,
        html`<b>${what}:</b> <span class="message-source">${revision.source}</span>`,
      );
    })
    .toReversed();
  const removal = message.deleted === undefined ? [] : [step(context, message.deleted, html`<b>deleted</b>`)];
  const pinners = [...message.pins.keys()].map((id) => pinner(context.server.users.get(id), id));
  return chatPage(context, {
    title: `message ${message.id} - history`,
    content: html`
      <h2>Message ${message.deleted === undefined ? 'edit' : 'deletion'} history</h2>
      ${currentState(context, message)} ${pinners} ${removal}${steps} ${fkeyField(context.fkey)}
    `,
  });
}

function currentState({ server }: PageContext, message: Message): Html {
  return monologue({
    user: server.users.get(message.userId),
    userId: message.userId,
    time: clockTime(message.postedAt),
    messages: [
      html`<div class="message" id="message-${message.id}">
        ${permalink(message)}
        <div class="content">${rendered(currentRevision(message).html)}</div>
        <span class="flash">${starMark(message)}</span>
      </div>`,
    ],
  });
}

function pinner(user: User | undefined, userId: number): Html {
  return html`
    <p>
      <span class="stars owner-star vote-count-container"><span class="img"></span></span> pinned by
      ${nameLink(user, userId)}
    </p>
  `;
}

/** Who did what to the message, and when. */
function step(
  { server }: PageContext,
  { userId, at }: { readonly userId: number; readonly at: number },
  content: Html,
): Html {
  return monologue({
    user: server.users.get(userId),
    userId,
    time: clockTime(at),
    messages: [html`<div class="message"><div class="content">${content}</div></div>`],
  });
}
