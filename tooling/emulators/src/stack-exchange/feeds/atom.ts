import { escapeHtml, withoutTags } from '../content/escape.js';
import { linkAddresses } from '../content/link-addresses.js';
import type { ChatServer } from '../state/chat-server.js';
import { currentRevision, type Message, type Room } from '../state/model.js';

const longestTitle = 60;

/** A feed of messages for readers of feeds. Its addresses are whole, as they are read elsewhere. */
export function atomFeed(
  server: ChatServer,
  room: Room,
  feed: { readonly title: string; readonly path: string; readonly root: string; readonly now: number },
  messages: readonly Message[],
): string {
  const { title, path, root, now } = feed;
  const updated = Math.max(0, ...messages.map((message) => currentRevision(message).at)) || now;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<title type="text">${escapeHtml(title)}</title>`,
    `<link rel="self" href="${root}${path}" type="application/atom+xml" />`,
    `<link rel="alternate" href="${root}/rooms/${room.id}" type="text/html" />`,
    `<updated>${stamp(updated)}</updated>`,
    `<id>${root}${path}</id>`,
    ...messages.map((message) => entry(server, message, root)),
    '</feed>',
    '',
  ].join('\n');
}

function entry(server: ChatServer, message: Message, root: string): string {
  const { id, userId, postedAt } = message;
  const { html, at } = currentRevision(message);
  const author = server.users.get(userId)?.name ?? `user${userId}`;
  const address = `${root}/transcript/message/${id}#${id}`;
  return [
    '<entry>',
    `<id>${address}</id>`,
    `<title type="html">${escapeHtml(`${escapeHtml(author)}: ${shortened(withoutTags(html))}`)}</title>`,
    `<author><name>${escapeHtml(author)}</name><uri>${root}/users/${userId}</uri></author>`,
    `<published>${stamp(postedAt)}</published>`,
    `<updated>${stamp(at)}</updated>`,
    `<link rel="alternate" href="${address}" />`,
    `<content type="html">${escapeHtml(linkAddresses(html))}</content>`,
    '</entry>',
  ].join('\n');
}

/** Cut where no entity is cut. */
function shortened(text: string): string {
  return text.length <= longestTitle ? text : `${text.slice(0, longestTitle).replace(/&[^;]*$/, '')}…`;
}

function stamp(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+/, '');
}
