import { conversationScopes } from '../auth/scopes.js';
import { SlackError } from '../errors.js';
import { toMembers } from '../state/audiences.js';
import { requireConversation, requireMembership } from '../state/conversations.js';
import { postMessage } from '../state/messages.js';
import type { Conversation, Pin } from '../state/model.js';
import { type Item, itemOf, renderItem } from './item-argument.js';
import type { Answer, Call, MemberMethod } from './method.js';

const mostPins = 100;

const shared = { tier: 'tier 2', access: 'member' } as const;
const write = ['pins:write', 'post'];

export const pinMethods: readonly MemberMethod[] = [
  { ...shared, name: 'pins.add', json: true, scopes: write, handle: add },
  { ...shared, name: 'pins.remove', json: true, scopes: write, handle: remove },
  {
    ...shared,
    name: 'pins.list',
    json: false,
    scopes: ['pins:read', ...conversationScopes('read')],
    handle: list,
  },
];

function add(call: Call): Answer {
  const { service, user } = call;
  const { conversation, item, key } = pinnable(call);
  requireMembership(conversation, user.id);
  if ('message' in item && item.message.subtype === 'tombstone') throw new SlackError('not_pinnable');
  if (conversation.pins.has(key)) throw new SlackError('already_pinned');
  if (conversation.pins.size >= mostPins) throw new SlackError('too_many_pins');
  const pin: Pin = { userId: user.id, created: Math.floor(service.clock.now() / 1_000) };
  conversation.pins.set(key, pin);
  tell(call, conversation, item, pin, { type: 'pin_added' });
  post(call, conversation, item, 'pinned');
  return {};
}

function remove(call: Call): Answer {
  const { conversation, item, key } = pinnable(call);
  const pin = conversation.pins.get(key);
  if (pin === undefined) throw new SlackError('no_pin');
  conversation.pins.delete(key);
  tell(call, conversation, item, pin, { type: 'pin_removed', has_pins: conversation.pins.size > 0 });
  post(call, conversation, item, 'unpinned');
  return {};
}

/** What a call pins, and where. A file must have been shared there. */
function pinnable(call: Call): {
  readonly conversation: Conversation;
  readonly item: Item;
  readonly key: string;
} {
  const item = itemOf(call);
  if ('message' in item) return { conversation: item.conversation, item, key: item.message.ts };
  const { service, args, user } = call;
  const conversation = requireConversation(service.store, args.text('channel') ?? '', user.id);
  if (!item.file.shares.has(conversation.id)) throw new SlackError('file_not_shared');
  return { conversation, item, key: item.file.id };
}

/** What is pinned, the latest pin first. */
function list(call: Call): Answer {
  const { service, args, user } = call;
  const conversation = requireConversation(service.store, args.text('channel') ?? '', user.id);
  const items = [...conversation.pins].toReversed().flatMap(([key, pin]) => {
    const message = conversation.messages.get(key);
    const file = service.store.files.get(key);
    if (message !== undefined) return [itemIn(call, conversation, { conversation, message }, pin)];
    return file?.stage === 'complete' ? [itemIn(call, conversation, { file }, pin)] : [];
  });
  return { items };
}

function tell(
  call: Call,
  conversation: Conversation,
  item: Item,
  pin: Pin,
  head: Readonly<Record<string, unknown>> & { readonly type: string },
): void {
  const { service, user } = call;
  const itemUser = 'file' in item ? item.file.userId : item.message.userId;
  service.publish(
    toMembers(conversation, {
      ...head,
      user: user.id,
      channel_id: conversation.id,
      item: itemIn(call, conversation, item, pin),
      ...(itemUser === undefined ? {} : { item_user: itemUser }),
      pin_count: conversation.pins.size,
      pinned_info: { channel: conversation.id, pinned_by: pin.userId, pinned_ts: pin.created },
      event_ts: service.timestamps.next(),
    }),
  );
}

/** Tells in the conversation, by a message of its own. */
function post(call: Call, conversation: Conversation, item: Item, what: 'pinned' | 'unpinned'): void {
  const isFile = 'file' in item;
  const text = `${what} a ${isFile ? 'file' : 'message'} ${what === 'pinned' ? 'to' : 'from'} this channel.`;
  const ofMessage = conversation.kind === 'channel' ? 'C' : 'G';
  postMessage(call.service, conversation, {
    subtype: `${what}_item`,
    details: { item_type: isFile ? 'F' : ofMessage, item: renderItem(call, item) },
    text: `<@${call.user.id}> ${text}`,
    blocks: undefined,
    attachments: undefined,
    metadata: undefined,
    userId: call.user.id,
  });
}

function itemIn(call: Call, { id }: Conversation, item: Item, pin: Pin): Answer {
  return { channel: id, ...renderItem(call, item), created: pin.created, created_by: pin.userId };
}
