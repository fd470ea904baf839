import { SlackError } from '../errors.js';
import { renderLegacyConversation } from '../render/legacy-conversation.js';
import { isVisible, requireConversation } from '../state/conversations.js';
import type { ConversationKind } from '../state/model.js';
import { createArguments } from '../wire/arguments.js';
import { conversationsHistory } from './conversations-history.js';
import { conversationsClose, conversationsMark } from './conversations-mark.js';
import { conversationsOpen } from './conversations-open.js';
import type { Answer, Call, MemberMethod } from './method.js';

/** The methods that there were for each kind of conversation, until one family took the place of all. */
interface Family {
  readonly name: 'channels' | 'groups' | 'im' | 'mpim';
  readonly kind: ConversationKind;
  /** What answers call many of them, and one. */
  readonly many: string;
  readonly one: string;
  readonly scope: string;
}

const families: readonly Family[] = [
  { name: 'channels', kind: 'channel', many: 'channels', one: 'channel', scope: 'channels' },
  { name: 'groups', kind: 'private', many: 'groups', one: 'group', scope: 'groups' },
  { name: 'im', kind: 'im', many: 'ims', one: 'channel', scope: 'im' },
  { name: 'mpim', kind: 'mpim', many: 'groups', one: 'group', scope: 'mpim' },
];

/** They answer only where the service is emulated as it was; else they are deprecated, as they are now. */
export const legacyConversationMethods: readonly MemberMethod[] = families.flatMap(methodsOf);

function methodsOf(family: Family): readonly MemberMethod[] {
  const { name, kind, many, one, scope } = family;
  const method = (
    action: string,
    right: 'read' | 'history' | 'write',
    handle: MemberMethod['handle'],
  ): MemberMethod => ({
    name: `${name}.${action}`,
    tier: 'tier 3',
    json: right === 'write',
    access: 'member',
    scopes: [`${scope}:${right}`, right === 'write' ? 'post' : 'read'],
    handle(call) {
      if (!call.service.switches.legacy) throw new SlackError('method_deprecated');
      return handle(call);
    },
  });
  /** Has a newer method answer, for a conversation of this kind. */
  const asNow =
    (newer: MemberMethod) =>
    (call: Call): Answer => {
      requireKind(call, kind);
      return newer.handle(call);
    };
  return [
    method('list', 'read', (call) => ({ [many]: list(call, kind) })),
    method('info', 'read', (call) => ({ [one]: info(call, kind) })),
    method('history', 'history', asNow(conversationsHistory)),
    method('mark', 'write', asNow(conversationsMark)),
    // Channels are always open.
    ...(kind === 'channel'
      ? []
      : [
          method('open', 'write', (call) => open(call, family)),
          method('close', 'write', asNow(conversationsClose)),
        ]),
  ];
}

function list({ service, args, user }: Call, kind: ConversationKind): Answer[] {
  const { store } = service;
  return [...store.conversations.values()]
    .filter((conversation) => conversation.kind === kind && isVisible(conversation, user.id))
    .filter(({ isArchived }) => !(isArchived && args.flag('exclude_archived')))
    .map((conversation) => renderLegacyConversation(store, conversation, user.id, args));
}

function info(call: Call, kind: ConversationKind): Answer {
  const { service, args, user } = call;
  const conversation = requireKind(call, kind);
  return renderLegacyConversation(service.store, conversation, user.id, args);
}

/** Of IMs one user is given, of group messages several, of groups the group itself. */
function open(call: Call, { name, kind, one }: Family): Answer {
  if (kind === 'private') {
    requireKind(call, kind);
    return conversationsOpen.handle(call);
  }
  const users = call.args.text(name === 'im' ? 'user' : 'users');
  const { channel, ...rest } = conversationsOpen.handle({
    ...call,
    args: createArguments({ return_im: call.args.text('return_im') ?? 'false', users }),
  });
  return { ...rest, [one]: channel };
}

function requireKind({ service, args, user }: Call, kind: ConversationKind) {
  const conversation = requireConversation(service.store, args.text('channel') ?? '', user.id);
  if (conversation.kind !== kind) throw new SlackError('channel_not_found');
  return conversation;
}
