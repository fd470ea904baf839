import { conversationScopes } from '../auth/scopes.js';
import { SlackError } from '../errors.js';
import { renderMessage } from '../render/message.js';
import { permalinkOf } from '../render/permalink.js';
import { toMembers } from '../state/audiences.js';
import { requireConversation, requireMembership } from '../state/conversations.js';
import type { Pin } from '../state/model.js';
import { itemOf, type Located } from './channel-argument.js';
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
  const located = itemOf(call);
  const { conversation, message } = located;
  requireMembership(conversation, user.id);
  if (message.subtype === 'tombstone') throw new SlackError('not_pinnable');
  if (conversation.pins.has(message.ts)) throw new SlackError('already_pinned');
  if (conversation.pins.size >= mostPins) throw new SlackError('too_many_pins');
  const pin: Pin = { userId: user.id, created: Math.floor(service.clock.now() / 1_000) };
  conversation.pins.set(message.ts, pin);
  tell(call, located, pin, { type: 'pin_added' });
  return {};
}

function remove(call: Call): Answer {
  const located = itemOf(call);
  const { conversation, message } = located;
  const pin = conversation.pins.get(message.ts);
  if (pin === undefined) throw new SlackError('no_pin');
  conversation.pins.delete(message.ts);
  tell(call, located, pin, { type: 'pin_removed', has_pins: conversation.pins.size > 0 });
  return {};
}

/** What is pinned, the latest pin first. */
function list(call: Call): Answer {
  const { service, args, user } = call;
  const conversation = requireConversation(service.store, args.text('channel') ?? '', user.id);
  const items = [...conversation.pins].toReversed().flatMap(([ts, pin]) => {
    const message = conversation.messages.get(ts);
    return message === undefined ? [] : [itemIn(call, { conversation, message }, pin)];
  });
  return { items };
}

function tell(
  call: Call,
  located: Located,
  pin: Pin,
  head: Readonly<Record<string, unknown>> & { readonly type: string },
): void {
  const { service, user } = call;
  const { conversation, message } = located;
  service.publish(
    toMembers(conversation, {
      ...head,
      user: user.id,
      channel_id: conversation.id,
      item: itemIn(call, located, pin),
      ...(message.userId === undefined ? {} : { item_user: message.userId }),
      pin_count: conversation.pins.size,
      pinned_info: { channel: conversation.id, pinned_by: pin.userId, pinned_ts: pin.created },
      event_ts: service.timestamps.next(),
    }),
  );
}

function itemIn({ service: { store } }: Call, { conversation, message }: Located, pin: Pin): Answer {
  return {
    type: 'message',
    channel: conversation.id,
    created: pin.created,
    created_by: pin.userId,
    message: {
      ...renderMessage(store, conversation, message),
      permalink: permalinkOf(store, conversation, message),
    },
  };
}
