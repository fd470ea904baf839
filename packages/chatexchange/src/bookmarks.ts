import { checkText, type CallOptions } from '@x/http-core';
import { act } from './act.js';
import { refuseArgument } from './errors.js';
import { messageId } from './ids.js';
import type { Context } from './model/context.js';
import type { Message } from './model/message.js';
import type { AdministeredRoom } from './model/administered-room.js';
import { unexpectedAnswer } from './parse/unexpected.js';
import { path } from './path.js';
import { refusal } from './refusals.js';

/** A conversation that was kept under a title. */
export interface Bookmark {
  /** The title as it stands in the address, and by which it is deleted. */
  readonly slug: string;
  /** Where the conversation can be read. */
  readonly url: string;
}

/** From where to where, and what it is about. */
export interface BookmarkedMessages {
  readonly first: Message | number;
  readonly last: Message | number;
  readonly title: string;
}

/** Keeps the messages of a room from the first to the last as a conversation. */
export async function bookmark(
  context: Context,
  room: AdministeredRoom,
  { first, last, title }: BookmarkedMessages,
  call?: CallOptions,
): Promise<Bookmark> {
  const form = {
    roomId: room.id,
    firstMessageId: messageId(first),
    lastMessageId: messageId(last),
    title: checkText(refuseArgument, 'title', title).trim(),
  };
  const slug = slugOf(form.title);
  if (slug === '') refuseArgument('title', 'a text with a letter or a digit in it');
  const { ok, message } = Object(await act<unknown>(context, '/conversation/new', form, call)) as {
    readonly ok?: unknown;
    readonly message?: unknown;
  };
  if (ok === true) return { slug, url: context.roomAddress(room.id) + path`/conversation/${slug}` };
  if (ok !== false) unexpectedAnswer('/conversation/new', 'ok');
  throw refusal('the bookmark', typeof message === 'string' ? message : '');
}

/** Deletes a kept conversation; its messages stay. */
export async function deleteBookmark(
  context: Context,
  room: AdministeredRoom,
  slug: string,
  call?: CallOptions,
): Promise<void> {
  checkText(refuseArgument, 'slug', slug);
  await act(context, path`/conversation/delete/${room.id}/${slug}`, {}, call);
}

/** The title as the service writes it in an address. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(' ', '-')
    .replace(/[^\p{L}\p{N}-]/gu, '');
}
