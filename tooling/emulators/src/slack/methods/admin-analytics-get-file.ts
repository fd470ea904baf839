import { SlackError } from '../errors.js';
import type { Conversation, Message, User } from '../state/model.js';
import type { Call, FileMethod } from './method.js';

const dayMs = 86_400_000;

/** What one day holds, line by line: of each member, or of each public channel. */
export const adminAnalyticsGetFile: FileMethod = {
  name: 'admin.analytics.getFile',
  tier: 'tier 2',
  json: false,
  access: 'file',
  scopes: ['admin.analytics:read'],
  handle(call) {
    const { args } = call;
    const type = args.requiredText('type');
    if (type !== 'member' && type !== 'public_channel') throw new SlackError('invalid_type');
    if (type === 'public_channel' && args.flag('metadata_only')) {
      return linesOf(channelsOf(call).map((channel) => metadataOf(channel)));
    }
    const date = args.requiredText('date');
    const start = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
    if (Number.isNaN(start)) throw new SlackError('invalid_date');
    // A day is known once it is over.
    if (start + dayMs > call.service.clock.now()) throw new SlackError('file_not_yet_available');
    const isOfDay = ({ ts }: Message): boolean => {
      const at = Number(ts) * 1_000;
      return at >= start && at < start + dayMs;
    };
    return linesOf(type === 'member' ? membersOf(call, date, isOfDay) : activityOf(call, date, isOfDay));
  },
};

function linesOf(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

function membersOf({ service }: Call, date: string, isOfDay: (message: Message) => boolean): object[] {
  const { team, users, conversations } = service.store;
  const said = [...conversations.values()].flatMap(({ kind, messages }) =>
    messages.all.filter((message) => isOfDay(message)).map((message) => ({ kind, message })),
  );
  const people = [...users.values()].filter(({ email, deleted }) => email !== undefined && !deleted);
  return people.map(({ id, email }: User) => {
    const own = said.filter(({ message }) => message.userId === id);
    const reactions = said.flatMap(({ message }) => message.reactions ?? []);
    return {
      enterprise_id: '',
      team_id: team.id,
      date,
      user_id: id,
      email_address: email,
      is_guest: false,
      is_billable_seat: true,
      is_active: own.length > 0,
      messages_posted_count: own.length,
      channel_messages_posted_count: own.filter(({ kind }) => kind === 'channel').length,
      files_added_count: own.reduce((sum, { message }) => sum + (message.fileIds?.length ?? 0), 0),
      reactions_added_count: reactions.filter(({ userIds }) => [...userIds].includes(id)).length,
    };
  });
}

function activityOf(call: Call, date: string, isOfDay: (message: Message) => boolean): object[] {
  const { team } = call.service.store;
  return channelsOf(call).map(({ id, created, members, messages }) => {
    const said = messages.all.filter((message) => isOfDay(message));
    const latest = messages.all.at(-1);
    return {
      enterprise_id: '',
      originating_team: { team_id: team.id, name: team.name },
      channel_id: id,
      date_created: created,
      date_last_active: latest === undefined ? created : Math.floor(Number(latest.ts)),
      total_members_count: members.size,
      full_members_count: members.size,
      guest_member_count: 0,
      messages_posted_count: said.length,
      messages_posted_by_members_count: said.filter(({ botId }) => botId === undefined).length,
      members_who_posted_count: new Set(said.map(({ userId }) => userId)).size,
      reactions_added_count: said.reduce((sum, { reactions = [] }) => sum + reactions.length, 0),
      visibility: 'public',
      channel_type: 'single_workspace_public',
      is_shared_externally: false,
      date,
    };
  });
}

function channelsOf({ service }: Call): Conversation[] {
  return [...service.store.conversations.values()].filter(({ kind }) => kind === 'channel');
}

/** What names a channel, without what happened in it. */
function metadataOf({ id, name, topic, purpose }: Conversation): object {
  return { channel_id: id, name, topic: topic.value, description: purpose.value };
}
