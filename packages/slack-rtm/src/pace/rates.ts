import { messagePace, type Pace } from './channel-pacers.js';

/** Names of methods, by what stands before their last dot. */
type Names = Readonly<Record<string, string>>;

/** About one call a minute. */
const tier1: Names = {
  'admin.apps': 'uninstall',
  'admin.conversations.restrictAccess': 'removeGroup',
  'admin.teams': 'create',
  'admin.usergroups': 'addChannels',
  'admin.users.unsupportedVersions': 'export',
  'apps.icon': 'set',
  'apps.manifest': 'create delete update',
  apps: 'uninstall',
  conversations: 'listConnectInvites',
  rtm: 'connect start',
  'team.externalTeams': 'disconnect',
};

/** About 50 calls a minute. */
const tier3: Names = {
  'admin.apps.activities': 'list',
  'admin.apps.config': 'set',
  'admin.apps.mcp.servers': 'list',
  'admin.apps.mcp.servers.permissions': 'list set',
  'admin.apps.permissions': 'list',
  'admin.conversations': 'getTeams setConversationPrefs',
  'admin.functions.permissions': 'lookup set',
  'admin.roles': 'listAssignments',
  'admin.teams.admins': 'list',
  'admin.teams': 'list',
  'admin.teams.owners': 'list',
  'admin.teams.settings': 'info setName',
  'admin.workflows.triggers.types.permissions': 'set',
  'agents.sessions': 'rename setStatus',
  'apps.activities': 'list',
  'apps.auth.external': 'get',
  'apps.connections': 'open',
  'apps.datastore': 'bulkDelete bulkGet bulkPut count',
  'apps.manifest': 'export validate',
  auth: 'revoke',
  bookmarks: 'list',
  bots: 'info',
  calls: 'add end info update',
  'calls.participants': 'add remove',
  'canvases.access': 'delete set',
  canvases: 'delete edit',
  'canvases.sections': 'lookup',
  chat: 'delete deleteScheduledMessage meMessage scheduleMessage unfurl update',
  'chat.scheduledMessages': 'list',
  conversations:
    'approveSharedInvite declineSharedInvite history info invite join kick leave mark open replies',
  dnd: 'info',
  entity: 'acknowledgeCommentAction presentComments presentDetails',
  files: 'delete list revokePublicURL sharedPublicURL',
  functions: 'completeError completeSuccess',
  'functions.distributions.permissions': 'add list remove set',
  'functions.workflows.steps': 'list',
  'functions.workflows.steps.responses': 'export',
  'oauth.v2': 'exchange',
  'openid.connect': 'userInfo',
  reactions: 'add get',
  'slackLists.access': 'delete set',
  'slackLists.items': 'create update',
  stars: 'list',
  'team.billing': 'info',
  team: 'info',
  'team.preferences': 'list',
  'team.profile': 'get',
  users: 'conversations getPresence identity lookupByEmail',
  'users.profile': 'set',
  'workflows.triggers.permissions': 'add list remove set',
};

/** About 100 calls a minute. */
const tier4: Names = {
  'admin.auth.policy': 'assignEntities getEntities removeEntities',
  'admin.users': 'getExpiration list',
  'admin.users.session': 'clearSettings getSettings setSettings',
  api: 'test',
  'apps.auth.external': 'delete',
  'apps.datastore': 'delete get put query update',
  'assistant.threads': 'setSuggestedPrompts setTitle',
  chat: 'appendStream postEphemeral',
  conversations: 'members',
  dialog: 'open',
  files: 'completeUploadExternal getUploadURLExternal info',
  oauth: 'access',
  'openid.connect': 'token',
  'slackLists.download': 'get',
  users: 'info',
  'users.profile': 'get',
  views: 'open publish push update',
};

/** Some hundred calls a minute, or a limit of which Slack tells no number. */
const special: Names = {
  'apps.event.authorizations': 'list',
  'assistant.search': 'context',
  'assistant.threads': 'setStatus',
  auth: 'test',
  chat: 'getPermalink postMessage',
  'oauth.v2': 'access',
  'oauth.v2.user': 'access',
  'tooling.tokens': 'rotate',
};

/** More than anybody calls. */
const ample: Names = {
  'admin.analytics.messages': 'metadata',
  blocks: 'validate',
};

const rates: readonly (readonly [Names, perMinute: number])[] = [
  [tier1, 1],
  [tier3, 50],
  [tier4, 100],
  [special, 300],
  [ample, 1200],
];

/** Where half of the methods are, and whatever is not known. */
const tier2 = 20;

/** How many calls of a method a minute Slack allows a token, about. */
export function ratePerMinute(method: string): number {
  // Slack words this one by itself.
  if (method === 'users.profile.set') return 30;
  const dot = method.lastIndexOf('.');
  const [family, name] = [method.slice(0, dot), method.slice(dot + 1)];
  const [, rate] = rates.find(([names]) => names[family]?.split(' ').includes(name)) ?? [];
  return rate ?? tier2;
}

/** The pace at which a rate is kept: a sixth of what a minute allows may come at once. */
export function paceOf(perMinute: number): Pace {
  return { intervalMs: 60_000 / perMinute, burst: Math.max(1, perMinute / 6) };
}

/** What some methods count by besides: a pace for each value of an argument. */
export const partPaces: Readonly<
  Record<string, { readonly argument: 'channel' | 'user'; readonly pace: Pace }>
> = {
  'chat.postMessage': { argument: 'channel', pace: messagePace },
  'chat.postEphemeral': { argument: 'channel', pace: messagePace },
  'users.profile.set': { argument: 'user', pace: paceOf(10) },
};
