import { withoutTags } from '../content/escape.js';
import { linkAddresses } from '../content/link-addresses.js';
import { markMentions } from '../content/mark-mentions.js';
import { currentRevision, editsOf, type Message } from '../state/model.js';
import { html, type Html, nothing, rendered } from './html.js';
import type { PageContext } from './page-context.js';
import { starMark } from './star-mark.js';

/** A message in a transcript. Of a removed one only its place is left. */
export function transcriptMessage(context: PageContext, message: Message, highlightedId?: number): Html {
  const { id } = message;
  const isRemoved = message.deleted !== undefined;
  const parentId = message.parent?.isReply === true && !isRemoved ? message.parent.id : undefined;
  const isModern = context.options.replyMarkup === '2025';
  const classes = [
    'message',
    ...(isModern && parentId !== undefined ? [`pid-${parentId}`] : []),
    ...(id === highlightedId ? ['highlight'] : []),
  ];
  const content = isRemoved
    ? html`<span class="deleted">(removed)</span>`
    : rendered(shownContent(context, message));
  const stars = isRemoved ? nothing : starMark(message, context.reader);
  const body = html`<div class="content">${content}</div>
    <span class="flash">${stars}</span>`;
  const reply = parentId === undefined ? nothing : replyInfo(context, message, parentId);
  const inside = isModern
    ? html`${reply}
        <div class="message-info-container break-word">${permalink(message)} ${body}</div>`
    : html`${permalink(message)} ${reply} ${body}`;
  return html`<div class="${classes.join(' ')}" id="message-${id}">${inside}</div>`;
}

/** The content with links for addresses, and with marks where others call the reader. */
function shownContent({ reader }: PageContext, message: Message): string {
  const linked = linkAddresses(currentRevision(message).html);
  return reader === undefined || reader.id === message.userId ? linked : markMentions(linked, reader.name);
}

/** Where a message is linked from, and whether it was edited. */
export function permalink(message: Message): Html {
  const { id, roomId } = message;
  const edits = editsOf(message) > 0 ? ' edits' : '';
  return html`<a name="${id}" href="${addressOf(roomId, id)}"
    ><span style="display:inline-block;" class="action-link${edits}"><span class="img"> </span></span
  ></a>`;
}

function addressOf(roomId: number, id: number): string {
  return `/transcript/${roomId}?m=${id}#${id}`;
}

/** The way to the message that is answered. Since September 2025 it says who said what there. */
function replyInfo({ server, options }: PageContext, { roomId }: Message, parentId: number): Html {
  const href = addressOf(roomId, parentId);
  if (options.replyMarkup === '2018') return html`<a class="reply-info" href="${href}"> </a>`;
  const parent = server.messages.get(parentId);
  const author = parent === undefined ? undefined : server.users.get(parent.userId);
  const said =
    parent === undefined || parent.deleted !== undefined
      ? '(removed)'
      : withoutTags(currentRevision(parent).html);
  return html`<a
    class="s-link s-link__muted reply-info-container reply-info fc-black-400 mt4 d-flex ai-center"
    href="${href}"
    title="This is a reply to an earlier message"
    ><svg class="reply-line-icon svg-icon iconReplySm"></svg
    ><span class="replied-to ml2 overflow-hidden truncate w75"
      ><span>@${author?.name ?? `user${parent?.userId ?? 0}`}</span>:${rendered(said)}</span
    ></a
  >`;
}
