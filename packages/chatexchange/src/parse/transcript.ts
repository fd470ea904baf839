import { hasClass, idInPath, readNumber, type PageElement } from './document.js';
import { withoutDiamond, type NamedUser } from './room-info.js';
import { unexpectedPage } from './unexpected.js';

/** A message as a transcript shows it. */
export interface TranscriptMessage {
  readonly id: number;
  /** Absent when the account is gone: only its name is left. */
  readonly owner: NamedUser | undefined;
  readonly ownerName: string;
  /** HTML; absent when the message was removed. */
  readonly content: string | undefined;
  /** Only the beginning of it is there. */
  readonly isPartial: boolean;
  readonly deleted: boolean;
  readonly edited: boolean;
  readonly parentId: number | undefined;
  readonly stars: number;
  readonly pinned: boolean;
}

/** What a transcript shows: a part of a day of one room. */
export interface Transcript {
  readonly room: NamedUser;
  readonly messages: readonly TranscriptMessage[];
}

/** Reads `/transcript/…`. */
export function parseTranscript(page: PageElement): Transcript {
  const room = readRoom(page);
  if (room === undefined) return unexpectedPage('/transcript', '.room-name a');
  const messages = page.findAll('.monologue').flatMap((group) => {
    const name = group.find('.signature .username') ?? group.find('.username');
    const link = name?.find('a');
    const ownerName = withoutDiamond(link?.attribute('title') ?? name?.text ?? '');
    const id = idInPath(link, 'users');
    const owner = id === undefined ? undefined : { id, name: ownerName };
    return group.findAll('.message').flatMap((message) => readMessage(message, owner, ownerName));
  });
  return { room, messages };
}

function readRoom(page: PageElement): NamedUser | undefined {
  const link =
    page.find('#info .room-name a') ?? page.findAll('.room-name a').at(-1) ?? page.find('a#join-room');
  const id = idInPath(link, 'rooms') ?? canonicalRoom(page);
  return id === undefined ? undefined : { id, name: link?.text.trim() ?? '' };
}

function canonicalRoom(page: PageElement): number | undefined {
  const address = page.find('link[rel="canonical"]')?.attribute('href') ?? '';
  return readNumber(/\/transcript\/(\d+)/.exec(address)?.[1]);
}

function readMessage(
  message: PageElement,
  owner: NamedUser | undefined,
  ownerName: string,
): readonly TranscriptMessage[] {
  const id =
    readNumber(/^message-(\d+)$/.exec(message.attribute('id') ?? '')?.[1]) ??
    readNumber(message.find('a[name]')?.attribute('name'));
  const content = message.find('.content');
  if (id === undefined || content === undefined) return [];
  const deleted = content.find('.deleted') !== undefined;
  const stars = message.find('.flash .stars') ?? message.find('.stars');
  const reply = message.find('a.reply-info') ?? message.find('a.reply-info-container');
  const parent = /[#=](\d+)$/.exec(reply?.attribute('href') ?? '')?.[1];
  const parentClass = /(?:^|\s)pid-(\d+)/.exec(message.attribute('class') ?? '')?.[1];
  return [
    {
      id,
      owner,
      ownerName,
      content: deleted ? undefined : content.html.trim(),
      isPartial: content.find('.partial') !== undefined,
      deleted,
      edited: message.find('.edits') !== undefined,
      parentId: readNumber(parent ?? parentClass),
      // A star without a number is one.
      stars: stars === undefined ? 0 : (readNumber(stars.find('.times')?.text) ?? 1),
      pinned: stars !== undefined && ['owner-star', 'user-owner-star'].some((name) => hasClass(stars, name)),
    },
  ];
}
