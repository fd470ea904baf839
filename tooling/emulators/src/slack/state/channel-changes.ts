import type { Service } from '../service.js';
import { toTeam, toUser, toViewers } from './audiences.js';
import { familyOf, postNotice } from './channel-notices.js';
import { addConversation } from './conversations.js';
import { showJoined, wordFor } from './membership.js';
import type { Conversation, User } from './model.js';
import { formatText } from '../text/format.js';
import type { Timestamp } from '../timestamps.js';
import { unreadOf } from './unread.js';

/** Makes a channel with its creator as the only member. */
export function createChannel(
  service: Service,
  creator: User,
  { name, isPrivate }: { readonly name: string; readonly isPrivate: boolean },
): Conversation {
  const conversation = addConversation(service, {
    kind: isPrivate ? 'private' : 'channel',
    name,
    creatorId: creator.id,
    memberIds: [creator.id],
  });
  if (!isPrivate) {
    const { id, created } = conversation;
    service.publish(
      toTeam({
        type: 'channel_created',
        channel: {
          id,
          name,
          created,
          creator: creator.id,
          is_channel: true,
          is_shared: false,
          is_org_shared: false,
          name_normalized: name,
          context_team_id: service.store.team.id,
        },
        event_ts: service.timestamps.next(),
      }),
    );
  }
  showJoined(service, conversation, creator.id);
  postNotice(service, conversation, creator.id, {
    kind: 'join',
    text: `<@${creator.id}> has joined the ${wordFor(conversation)}`,
  });
  return conversation;
}

export function renameChannel(service: Service, conversation: Conversation, by: User, name: string): void {
  const former = conversation.name;
  conversation.name = name;
  conversation.previousNames = [former, ...conversation.previousNames.filter((one) => one !== name)];
  touch(service, conversation);
  const family = familyOf(conversation);
  service.publish(
    toViewers(conversation, {
      type: `${family}_rename`,
      channel: {
        id: conversation.id,
        name,
        created: conversation.created,
        [`is_${family}`]: true,
        is_mpim: false,
        name_normalized: name,
      },
      event_ts: service.timestamps.next(),
    }),
  );
  postNotice(service, conversation, by.id, {
    kind: 'name',
    text: `has renamed the channel from "${former}" to "${name}"`,
    details: { old_name: former, name },
  });
}

/** Closes a channel to everything but reading, or opens it again. */
export function setArchived(
  service: Service,
  conversation: Conversation,
  by: User,
  isArchived: boolean,
): void {
  const kind = isArchived ? 'archive' : 'unarchive';
  conversation.isArchived = isArchived;
  touch(service, conversation);
  service.publish(
    toViewers(conversation, {
      type: `${familyOf(conversation)}_${kind}`,
      channel: conversation.id,
      user: by.id,
      event_ts: service.timestamps.next(),
    }),
  );
  postNotice(service, conversation, by.id, {
    kind,
    text: `<@${by.id}> ${isArchived ? 'archived' : 'un-archived'} the ${wordFor(conversation)}`,
    ...(isArchived ? { details: { members: [...conversation.members] } } : {}),
  });
}

/** Sets what a channel is about, or what it is for. There is no event but the message. */
export function setNote(
  service: Service,
  conversation: Conversation,
  by: User,
  kind: 'topic' | 'purpose',
  typed: string,
): void {
  const value = formatText(typed);
  const lastSet = Math.floor(service.clock.now() / 1_000);
  conversation[kind] = { value, creatorId: by.id, lastSet };
  touch(service, conversation);
  postNotice(service, conversation, by.id, {
    kind,
    text: value === '' ? `cleared the channel ${kind}` : `set the channel ${kind}: ${value}`,
    details: { [kind]: value },
  });
}

/** Moves how far a user has read, and tells the user's other screens. */
export function markRead(service: Service, conversation: Conversation, userId: string, ts: Timestamp): void {
  conversation.lastRead.set(userId, ts);
  const { all, shown, mentions } = unreadOf(conversation, userId);
  const isIm = conversation.kind === 'im';
  const isMpim = conversation.kind === 'mpim';
  // Of a group message clients hear twice: in its own words, and in those of private channels.
  const families = isIm ? ['im'] : isMpim ? ['mpim', 'group'] : [familyOf(conversation)];
  for (const family of families) {
    service.publish(
      toUser(userId, {
        type: `${family}_marked`,
        channel: conversation.id,
        ts,
        ...(isMpim ? { is_mpim: true } : {}),
        ...(isIm
          ? { dm_count: all }
          : { unread_count: all, num_mentions: mentions, mention_count: mentions }),
        unread_count_display: shown,
        num_mentions_display: mentions,
        mention_count_display: mentions,
        event_ts: service.timestamps.next(),
      }),
    );
  }
}

function touch({ clock }: Service, conversation: Conversation): void {
  conversation.updated = clock.now();
}
