import type { Service } from '../service.js';
import { concerns, type DomainEvent, type Frame } from '../state/events.js';
import type { App, Conversation, ConversationKind, User } from '../state/model.js';
import { linkShared } from './shared-links.js';

/** What is told by RTM alone, as are messages that one user alone sees. */
const rtmOnly: ReadonlySet<unknown> = new Set([
  'bot_added',
  'bot_changed',
  'channel_joined',
  'channel_marked',
  'commands_changed',
  'external_org_migration_finished',
  'external_org_migration_started',
  'group_joined',
  'group_marked',
  'im_marked',
  'manual_presence_change',
  'mpim_close',
  'mpim_history_changed',
  'mpim_joined',
  'mpim_marked',
  'mpim_open',
  'pref_change',
  'presence_change',
  'team_plan_change',
  'team_pref_change',
  'team_profile_change',
  'team_profile_delete',
  'team_profile_reorder',
  'user_typing',
]);

const channelTypes: Readonly<Record<ConversationKind, string>> = {
  channel: 'channel',
  private: 'group',
  mpim: 'mpim',
  im: 'im',
};

/** Tells every app that is linked and subscribed of something that its users may see. */
export function publishToApps(service: Service, event: DomainEvent): void {
  for (const app of service.store.apps.values()) {
    if (!service.links.isInUse(app.id) || service.links.disabled.has(app.id)) continue;
    if (rtmOnly.has(event.frame['type']) || event.frame['is_ephemeral'] === true) return;
    const user = usersOf(service, app).find(({ id }) => concerns(event, id));
    if (user === undefined) continue;
    for (const told of eventsFor(service, app, event.frame, user)) {
      if (isWanted(service, app, told)) deliverEvent(service, app, told, user);
    }
  }
}

/** Delivers one event to one app, whether or not it has subscribed to it. */
export function deliverEvent(service: Service, app: App, event: Frame, user: User | undefined): void {
  service.links.deliver({
    appId: app.id,
    type: 'events_api',
    acceptsResponse: false,
    payload: callback(service, app, event, user),
  });
}

/** For whom the app is installed: those whom its tokens act as. */
export function usersOf({ store, clock }: Pick<Service, 'store' | 'clock'>, app: App): User[] {
  const users = new Set<User>();
  for (const { appId, userId = '', revoked, expiresAt = Infinity } of store.tokens.values()) {
    const user = store.users.get(userId);
    if (appId === app.id && !revoked && expiresAt > clock.now() && user !== undefined) users.add(user);
  }
  return [...users];
}

/** The event as apps see it, and besides it the mention and the links that a message may hold. */
function eventsFor({ store, links }: Service, app: App, frame: Frame, user: User): Frame[] {
  const conversation = store.conversations.get(String(frame['channel']));
  if (frame['type'] !== 'message' || conversation === undefined) return [frame];
  const { suppress_notification: _, user_team: _user, source_team: _source, ...message } = frame;
  const told = { ...message, channel_type: channelTypes[conversation.kind] };
  const shared = linkShared(message, conversation, links.domains.get(app.id) ?? [], user);
  return [
    told,
    ...(isMention(message, conversation, user) ? [{ ...message, type: 'app_mention' }] : []),
    ...(shared === undefined ? [] : [shared]),
  ];
}

function isMention(message: Frame, conversation: Conversation, user: User): boolean {
  return (
    user.botId !== undefined &&
    conversation.kind !== 'im' &&
    message['subtype'] === undefined &&
    message['user'] !== user.id &&
    String(message['text']).includes(`<@${user.id}>`)
  );
}

/** Messages are subscribed to by the kind of their conversation: `message.channels`. */
function isWanted({ links }: Service, app: App, event: Frame): boolean {
  const wanted = links.subscriptions.get(app.id);
  const type = String(event['type']);
  const channelType = event['channel_type'];
  return (
    wanted === undefined ||
    wanted.has(type) ||
    (type === 'message' &&
      wanted.has(`message.${channelType === 'channel' ? 'channels' : groupOf(channelType)}`))
  );
}

function groupOf(channelType: unknown): string {
  return channelType === 'group' ? 'groups' : String(channelType);
}

function callback(service: Service, app: App, event: Frame, user: User | undefined): Frame {
  const { store, clock, ids } = service;
  return {
    token: verificationToken,
    team_id: store.team.id,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: ids.event(),
    event_time: Math.floor(clock.now() / 1_000),
    authorizations:
      user === undefined
        ? []
        : [
            {
              enterprise_id: null,
              team_id: store.team.id,
              user_id: user.id,
              is_bot: user.botId !== undefined,
              is_enterprise_install: false,
            },
          ],
    is_ext_shared_channel: false,
    event_context: eventContext(store.team.id, app.id, event),
  };
}

/** Long out of use, and still sent. */
export const verificationToken = 'emulated-verification-token';

/** Opaque: names what `apps.event.authorizations.list` is to list. */
function eventContext(teamId: string, appId: string, event: Frame): string {
  const { type, channel } = event;
  const channelId = typeof channel === 'object' && channel !== null && 'id' in channel ? channel.id : channel;
  const about = { et: type, tid: teamId, aid: appId, cid: channelId };
  return `4-${Buffer.from(JSON.stringify(about)).toString('base64url')}`;
}
