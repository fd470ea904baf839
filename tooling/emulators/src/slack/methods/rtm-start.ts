import { renderBot } from '../render/bot.js';
import { renderLegacyConversation } from '../render/legacy-conversation.js';
import { renderTeam } from '../render/team.js';
import { renderUser } from '../render/user.js';
import { renderUsergroup } from '../render/usergroup.js';
import { presenceOf } from '../rtm/presence.js';
import { isVisible } from '../state/conversations.js';
import type { Service } from '../service.js';
import type { ConversationKind, User } from '../state/model.js';
import { dndStatus } from '../state/snoozes.js';
import type { Answer, Call, MemberMethod } from './method.js';
import { rtmConnect } from './rtm-connect.js';

/** Today the same as `rtm.connect`. As it once was, it also tells everything that a client shows at first. */
export const rtmStart: MemberMethod = {
  ...rtmConnect,
  name: 'rtm.start',
  handle(call) {
    const connected = rtmConnect.handle(call);
    return call.service.switches.legacy ? { ...connected, ...everything(call) } : connected;
  },
};

function everything(call: Call): Answer {
  const { service, args, user } = call;
  const { store, clock, timestamps } = service;
  const now = Math.floor(clock.now() / 1_000);
  const visible = [...store.conversations.values()].filter((one) => isVisible(one, user.id));
  const listed = (...kinds: ConversationKind[]): Answer[] =>
    visible
      .filter(({ kind }) => kinds.includes(kind))
      .map((conversation) => renderLegacyConversation(store, conversation, user.id, args));
  const withMpims = args.flag('mpim_aware');
  const groups = [...store.usergroups.values()].filter(({ disabled }) => disabled === undefined);
  const team = { ...renderTeam(store.team), msg_edit_window_mins: -1, prefs: teamPrefs(call), plan: '' };
  return {
    self: {
      id: user.id,
      name: user.name,
      prefs: { tz: user.zone.name, ...store.prefs.get(user.id) },
      created: user.updated,
      manual_presence: user.presence,
    },
    team: { ...team, over_storage_limit: false, over_integrations_limit: false },
    latest_event_ts: timestamps.next(),
    channels: listed('channel'),
    // Who does not know of group messages is told that they are private channels.
    groups: withMpims ? listed('private') : listed('private', 'mpim'),
    ...(withMpims ? { mpims: listed('mpim') } : {}),
    ims: listed('im'),
    users: [...store.users.values()].map((one) => userWithPresence(service, one)),
    bots: [...store.bots.values()].map((bot) => renderBot(bot)),
    subteams: {
      all: groups.map((group) => renderUsergroup(store, group, { users: false, count: true })),
      self: groups.filter(({ userIds }) => userIds.includes(user.id)).map(({ id }) => id),
    },
    dnd: dndStatus(service, user.id),
    read_only_channels: [],
    can_manage_shared_channels: false,
    cache_ts: now,
    cache_version: 'v16-giraffe',
    cache_ts_version: 'v2-bunny',
  };
}

function userWithPresence(service: Service, user: User): Answer {
  return {
    ...renderUser(service.store, user),
    status: null,
    presence: presenceOf(service, user.id),
  };
}

function teamPrefs({ service: { store } }: Call): Answer {
  const general = [...store.conversations.values()].filter(({ isGeneral }) => isGeneral);
  return {
    default_channels: general.map(({ id }) => id),
    msg_edit_window_mins: -1,
    allow_message_deletion: true,
    display_real_names: false,
    ...Object.fromEntries(store.teamPrefs),
  };
}
