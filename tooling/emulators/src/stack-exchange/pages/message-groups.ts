import type { Message } from '../state/model.js';
import { groupMessages } from '../transcript/group-messages.js';
import { html, type Html, nothing } from './html.js';
import { monologue } from './monologue.js';
import type { PageContext } from './page-context.js';
import { clockTime } from './relative-time.js';
import { transcriptMessage } from './transcript-message.js';

const hourMs = 3_600_000;

/** Messages in their groups, with a notice where nobody said anything for long. */
export function messageGroups(
  context: PageContext,
  messages: readonly Message[],
  highlightedId?: number,
): Html[] {
  const { server, reader } = context;
  return groupMessages(messages).map(({ userId, messages: together, showsTime, pause }) => {
    const group = monologue({
      user: server.users.get(userId),
      userId,
      isOwn: userId === reader?.id,
      time: showsTime ? clockTime(together[0].postedAt) : undefined,
      messages: together.map((message) => transcriptMessage(context, message, highlightedId)),
    });
    return html`${pause === undefined ? nothing : pauseNotice(pause)}${group}`;
  });
}

function pauseNotice(pause: number): Html {
  const hours = Math.floor(pause / hourMs);
  return html`<div class="system-message-container">
    <div class="system-message-spacer">&nbsp;</div>
    <div class="system-message">${hours} ${hours === 1 ? 'hour' : 'hours'} later&hellip;</div>
    <div class="clear-both"></div>
  </div>`;
}
