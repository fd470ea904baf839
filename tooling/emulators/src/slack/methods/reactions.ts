import { SlackError } from '../errors.js';
import { maySee } from '../files/access.js';
import { isVisible } from '../state/conversations.js';
import type { Reaction } from '../state/model.js';
import { addFileReaction, addReaction, removeFileReaction, removeReaction } from '../state/reactions.js';
import { numberedPage } from '../wire/numbered-pages.js';
import { type Item, itemOf, renderItem } from './item-argument.js';
import type { Answer, Call, MemberMethod } from './method.js';

const shared = { access: 'member' } as const;
const read = ['reactions:read', 'read'];
const write = ['reactions:write', 'post'];

export const reactionMethods: readonly MemberMethod[] = [
  {
    ...shared,
    name: 'reactions.add',
    tier: 'tier 3',
    json: true,
    scopes: write,
    handle(call) {
      const item = itemOf(call);
      const given = { userId: call.user.id, name: nameOf(call) };
      if (!add(call, item, given)) throw new SlackError('already_reacted');
      return {};
    },
  },
  {
    ...shared,
    name: 'reactions.remove',
    tier: 'tier 2',
    json: true,
    scopes: write,
    handle(call) {
      const item = itemOf(call);
      const given = { userId: call.user.id, name: nameOf(call) };
      const isRemoved =
        'file' in item
          ? removeFileReaction(call.service, item.file, given)
          : removeReaction(call.service, item.conversation, item.message, given);
      if (!isRemoved) throw new SlackError('no_reaction');
      return {};
    },
  },
  {
    ...shared,
    name: 'reactions.get',
    tier: 'tier 3',
    json: false,
    scopes: read,
    handle: (call) => renderItem(call, itemOf(call)),
  },
  { ...shared, name: 'reactions.list', tier: 'tier 2', json: false, scopes: read, handle: list },
];

function add(
  { service }: Call,
  item: Item,
  given: { readonly userId: string; readonly name: string },
): boolean {
  if ('file' in item) return addFileReaction(service, item.file, given);
  const { conversation, message } = item;
  if (conversation.isArchived) throw new SlackError('is_archived');
  if (message.subtype === 'tombstone') throw new SlackError('message_not_found');
  return addReaction(service, conversation, message, given);
}

/** What one user has reacted to, newest first. */
function list(call: Call): Answer {
  const { service, args, user } = call;
  const { store } = service;
  const whose = args.text('user') ?? user.id;
  if (!store.users.has(whose)) throw new SlackError('user_not_found');
  const isTheirs = (reactions: readonly Reaction[] | undefined): boolean =>
    reactions?.some(({ userIds }) => userIds.includes(whose)) === true;
  const found: { readonly item: Item; readonly at: string }[] = [];
  for (const conversation of store.conversations.values()) {
    if (!isVisible(conversation, user.id)) continue;
    for (const message of conversation.messages.all) {
      if (isTheirs(message.reactions)) found.push({ item: { conversation, message }, at: message.ts });
    }
  }
  for (const file of store.files.values()) {
    if (file.stage === 'complete' && isTheirs(file.reactions) && maySee(store, file, user.id)) {
      found.push({ item: { file }, at: `${file.created}.000000` });
    }
  }
  const {
    items: wanted,
    paging,
    nextCursor,
  } = numberedPage(
    call,
    found.toSorted((one, other) => (one.at < other.at ? 1 : -1)),
  );
  return {
    items: wanted.map(({ item }) => renderItem(call, item)),
    paging,
    response_metadata: { next_cursor: nextCursor },
  };
}

/** The name of an emoji, with or without colons, and with the tone of its skin. */
function nameOf({ args }: Call): string {
  const name = args.text('name')?.replaceAll(/^:|:$/g, '') ?? '';
  if (!/^[\p{Ll}\p{Lo}\d_+'-]+(?:::skin-tone-[2-6])?$/u.test(name)) throw new SlackError('invalid_name');
  return name;
}
