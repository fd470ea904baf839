import { SlackError } from '../errors.js';
import { toUser } from '../state/audiences.js';
import type { Star } from '../state/model.js';
import { numberedPage } from '../wire/numbered-pages.js';
import { type Item, itemOf, renderItem } from './item-argument.js';
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
      const item = itemOf(call);
      if (starOf(call, item) !== undefined) throw new SlackError('already_starred');
      const star: Star = {
        userId: call.user.id,
        ...keyOf(item),
        created: Math.floor(call.service.clock.now() / 1_000),
      };
      call.service.store.stars.add(star);
      tell(call, 'star_added', item, star);
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
      const item = itemOf(call);
      const star = starOf(call, item);
      if (star === undefined) throw new SlackError('not_starred');
      call.service.store.stars.delete(star);
      tell(call, 'star_removed', item, star);
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
        const item = starred(call, star);
        return item === undefined ? [] : [itemIn(call, item, star)];
      });
      const { items: wanted, paging, nextCursor } = numberedPage(call, items);
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
        response_metadata: { next_cursor: nextCursor },
      };
    },
  },
];

/** By what a star remembers its item. */
function keyOf(item: Item): Pick<Star, 'channelId' | 'ts' | 'fileId'> {
  return 'file' in item
    ? { channelId: undefined, ts: undefined, fileId: item.file.id }
    : { channelId: item.conversation.id, ts: item.message.ts, fileId: undefined };
}

/** What a star is at, unless it is gone. */
function starred(
  { service: { store } }: Call,
  { channelId = '', ts = '', fileId = '' }: Star,
): Item | undefined {
  const file = store.files.get(fileId);
  if (file?.stage === 'complete') return { file };
  const conversation = store.conversations.get(channelId);
  const message = conversation?.messages.get(ts);
  return conversation === undefined || message === undefined ? undefined : { conversation, message };
}

function starOf({ service, user }: Call, item: Item): Star | undefined {
  const { channelId, ts, fileId } = keyOf(item);
  for (const star of service.store.stars) {
    const isSame = star.channelId === channelId && star.ts === ts && star.fileId === fileId;
    if (isSame && star.userId === user.id) return star;
  }
  return undefined;
}

function tell(call: Call, type: 'star_added' | 'star_removed', item: Item, star: Star): void {
  call.service.publish(
    toUser(call.user.id, {
      type,
      user: call.user.id,
      item: itemIn(call, item, star),
      event_ts: call.service.timestamps.next(),
    }),
  );
}

function itemIn(call: Call, item: Item, star: Star): Answer {
  return { ...renderItem(call, item), date_create: star.created };
}
