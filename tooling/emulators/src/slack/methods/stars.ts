import { SlackError } from '../errors.js';
import { renderMessage } from '../render/message.js';
import { permalinkOf } from '../render/permalink.js';
import { toUser } from '../state/audiences.js';
import type { Star } from '../state/model.js';
import { numberedPage } from '../wire/numbered-pages.js';
import { itemOf, type Located } from './channel-argument.js';
import type { Answer, Call, MemberMethod } from './method.js';

const shared = { access: 'member' } as const;
const write = ['stars:write', 'post'];

/** What people mark for themselves. The service has retired it in favour of another list, but still answers. */
export const starMethods: readonly MemberMethod[] = [
  {
    ...shared,
    name: 'stars.add',
    tier: 'tier 2',
    json: true,
    scopes: write,
    handle(call) {
      const located = itemOf(call);
      if (starOf(call, located) !== undefined) throw new SlackError('already_starred');
      const star: Star = {
        userId: call.user.id,
        channelId: located.conversation.id,
        ts: located.message.ts,
        created: Math.floor(call.service.clock.now() / 1_000),
      };
      call.service.store.stars.add(star);
      tell(call, 'star_added', located, star);
      return {};
    },
  },
  {
    ...shared,
    name: 'stars.remove',
    tier: 'tier 2',
    json: true,
    scopes: write,
    handle(call) {
      const located = itemOf(call);
      const star = starOf(call, located);
      if (star === undefined) throw new SlackError('not_starred');
      call.service.store.stars.delete(star);
      tell(call, 'star_removed', located, star);
      return {};
    },
  },
  {
    ...shared,
    name: 'stars.list',
    tier: 'tier 3',
    json: false,
    scopes: ['stars:read', 'read'],
    handle(call) {
      const { store } = call.service;
      const own = [...store.stars].filter(({ userId }) => userId === call.user.id).toReversed();
      const items = own.flatMap((star) => {
        const conversation = store.conversations.get(star.channelId);
        const message = conversation === undefined ? undefined : conversation.messages.get(star.ts);
        return conversation === undefined || message === undefined
          ? []
          : [itemIn(call, { conversation, message }, star)];
      });
      const { items: wanted, paging } = numberedPage(call.args, items);
      const { count, total, page, pages } = paging;
      return {
        items: wanted,
        paging: {
          per_page: count,
          spill: Math.max(0, wanted.length - count),
          page,
          total,
          pages,
        },
        response_metadata: { next_cursor: '' },
      };
    },
  },
];

function starOf({ service, user }: Call, { conversation, message }: Located): Star | undefined {
  for (const star of service.store.stars) {
    const isSame = star.channelId === conversation.id && star.ts === message.ts;
    if (isSame && star.userId === user.id) return star;
  }
  return undefined;
}

function tell(call: Call, type: 'star_added' | 'star_removed', located: Located, star: Star): void {
  call.service.publish(
    toUser(call.user.id, {
      type,
      user: call.user.id,
      item: itemIn(call, located, star),
      event_ts: call.service.timestamps.next(),
    }),
  );
}

function itemIn({ service: { store } }: Call, { conversation, message }: Located, star: Star): Answer {
  return {
    type: 'message',
    channel: conversation.id,
    message: {
      ...renderMessage(store, conversation, message),
      permalink: permalinkOf(store, conversation, message),
    },
    date_create: star.created,
  };
}
