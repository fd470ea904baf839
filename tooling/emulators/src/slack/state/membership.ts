import { renderWithReading } from '../render/conversation.js';
import type { Service } from '../service.js';
import { toMembers, toUser } from './audiences.js';
import { familyOf, postNotice } from './channel-notices.js';
import type { Conversation } from './model.js';

/** Puts a user into a channel and tells the user, the members and the channel. */
export function join(service: Service, conversation: Conversation, userId: string, inviterId?: string): void {
  const inviter = inviterId === undefined ? {} : { inviter: inviterId };
  conversation.members.add(userId);
  showJoined(service, conversation, userId);
  service.publish(
    toMembers(conversation, { ...memberFrame(service, conversation, userId, 'joined'), ...inviter }),
  );
  postNotice(service, conversation, userId, {
    kind: 'join',
    text: `<@${userId}> has joined the ${wordFor(conversation)}`,
    details: inviter,
  });
}

/** Shows a channel to a user who has just come to be in it. */
export function showJoined(service: Service, conversation: Conversation, userId: string): void {
  service.publish(
    toUser(userId, {
      type: `${familyOf(conversation)}_joined`,
      channel: {
        ...renderWithReading(service.store, conversation, userId),
        members: [...conversation.members],
      },
      event_ts: service.timestamps.next(),
    }),
  );
}

/** Takes a user out of a channel. `actorId` is who did it, unless the user left. */
export function leave(service: Service, conversation: Conversation, userId: string, actorId?: string): void {
  // The ones who leave by themselves still see their own notice.
  if (actorId === undefined) {
    postNotice(service, conversation, userId, {
      kind: 'leave',
      text: `<@${userId}> has left the ${wordFor(conversation)}`,
    });
  }
  conversation.members.delete(userId);
  conversation.lastRead.delete(userId);
  service.publish(
    toUser(userId, {
      type: `${familyOf(conversation)}_left`,
      channel: conversation.id,
      ...(actorId === undefined ? {} : { actor_id: actorId }),
      event_ts: service.timestamps.next(),
    }),
  );
  service.publish(toMembers(conversation, memberFrame(service, conversation, userId, 'left')));
}

/** What texts of the service call this kind of channel. */
export function wordFor(conversation: Conversation): string {
  return conversation.kind === 'channel' ? 'channel' : 'group';
}

function memberFrame(
  { store, timestamps }: Service,
  conversation: Conversation,
  userId: string,
  what: 'joined' | 'left',
): Readonly<Record<string, unknown>> {
  return {
    type: `member_${what}_channel`,
    user: userId,
    channel: conversation.id,
    channel_type: conversation.kind === 'channel' ? 'C' : 'G',
    team: store.team.id,
    event_ts: timestamps.next(),
  };
}
