import { SlackError } from '../errors.js';
import { renderUsergroup } from '../render/usergroup.js';
import type { Usergroup } from '../state/model.js';
import { putUsergroup } from '../state/usergroups.js';
import type { Answer, Call, MemberMethod } from './method.js';

const shared = { tier: 'tier 2', access: 'member' } as const;
const read = { json: false, scopes: ['usergroups:read', 'read'] };
const write = { json: true, scopes: ['usergroups:write', 'post'] };

/** Groups that can be mentioned as one. */
export const usergroupMethods: readonly MemberMethod[] = [
  {
    ...shared,
    ...read,
    name: 'usergroups.list',
    handle(call) {
      const withDisabled = call.args.flag('include_disabled');
      const groups = [...call.service.store.usergroups.values()];
      const wanted = groups.filter(({ disabled }) => withDisabled || disabled === undefined);
      return { usergroups: wanted.map((group) => shown(call, group)) };
    },
  },
  {
    ...shared,
    ...read,
    name: 'usergroups.users.list',
    handle(call) {
      const group = groupOf(call);
      const isShown = group.disabled === undefined || call.args.flag('include_disabled');
      if (!isShown) throw new SlackError('no_such_subteam');
      return { users: group.userIds };
    },
  },
  { ...shared, ...write, name: 'usergroups.create', handle: create },
  {
    ...shared,
    ...write,
    name: 'usergroups.update',
    handle(call) {
      const group = groupOf(call);
      const { args } = call;
      const name = args.text('name') ?? group.name;
      const description = args.text('description') ?? group.description;
      const handle = handleOf(call, group) ?? group.handle;
      const channelIds = channelsOf(call) ?? group.channelIds;
      return changed(call, group, { name, description, handle, channelIds });
    },
  },
  {
    ...shared,
    ...write,
    name: 'usergroups.users.update',
    handle(call) {
      const group = groupOf(call);
      const userIds = [...new Set(call.args.list('users'))];
      if (userIds.length === 0) throw new SlackError('no_users_provided');
      const isKnown = (id: string): boolean => call.service.store.users.get(id)?.deleted === false;
      if (!userIds.every(isKnown)) throw new SlackError('invalid_users');
      return changed(call, group, { userIds });
    },
  },
  {
    ...shared,
    ...write,
    name: 'usergroups.disable',
    handle(call) {
      const at = Math.floor(call.service.clock.now() / 1_000);
      return changed(call, groupOf(call), { disabled: { at, userId: call.user.id } });
    },
  },
  {
    ...shared,
    ...write,
    name: 'usergroups.enable',
    handle: (call) => changed(call, groupOf(call), { disabled: undefined }),
  },
];

function create(call: Call): Answer {
  const { service, args, user } = call;
  const name = args.requiredText('name');
  const now = Math.floor(service.clock.now() / 1_000);
  const group: Usergroup = {
    id: service.ids.object('S'),
    name,
    handle: handleOf(call, undefined) ?? name.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, '-'),
    description: args.text('description') ?? '',
    channelIds: channelsOf(call) ?? [],
    userIds: [],
    creatorId: user.id,
    editorId: user.id,
    created: now,
    updated: now,
    disabled: undefined,
  };
  for (const other of service.store.usergroups.values()) {
    if (other.name === name) throw new SlackError('name_already_exists');
  }
  putUsergroup(service, group);
  return { usergroup: shown(call, group) };
}

function changed(call: Call, group: Usergroup, changes: Partial<Usergroup>): Answer {
  const updated = Math.floor(call.service.clock.now() / 1_000);
  const after: Usergroup = { ...group, ...changes, updated, editorId: call.user.id };
  putUsergroup(call.service, after);
  return { usergroup: renderUsergroup(call.service.store, after, { users: true, count: true }) };
}

function groupOf({ service, args }: Call): Usergroup {
  const group = service.store.usergroups.get(args.requiredText('usergroup'));
  if (group === undefined) throw new SlackError('no_such_subteam');
  return group;
}

/** The name that mentions use, which nothing else in the workspace may have. */
function handleOf({ service: { store }, args }: Call, group: Usergroup | undefined): string | undefined {
  const handle = args.text('handle');
  const holders = [...store.usergroups.values()].filter((one) => one.handle === handle && one !== group);
  const isTaken = holders.length > 0 || [...store.users.values()].some(({ name }) => name === handle);
  if (handle !== undefined && isTaken) throw new SlackError('handle_already_exists');
  return handle;
}

function channelsOf({ service, args }: Call): readonly string[] | undefined {
  const ids = args.list('channels');
  const isKnown = (id: string): boolean => service.store.conversations.get(id)?.kind === 'channel';
  if (ids?.every(isKnown) === false) throw new SlackError('channel_not_found');
  return ids;
}

function shown({ service, args }: Call, group: Usergroup): Answer {
  return renderUsergroup(service.store, group, {
    users: args.flag('include_users'),
    count: args.flag('include_count'),
  });
}
