import { isServiceError, type CallOptions } from '@x/http-core';
import type { Conversation } from '../types/conversation.js';
import type { MessageContent } from '../types/message.js';
import type { User, UserProfile } from '../types/user.js';
import type { SlackWeb } from '../web.js';

/** What somebody is called. */
export interface LogName {
  readonly name: string;
  /** What people see. */
  readonly display: string;
}

/** Names, each asked for once, and only when it is needed. What Slack does not tell is `undefined`. */
export interface LogNames {
  /** Who wrote a message; the id where nothing else is known. */
  author(message: MessageContent): Promise<LogName>;
  user(id: string): Promise<LogName | undefined>;
  channel(id: string): Promise<string | undefined>;
  group(id: string): Promise<string | undefined>;
}

/** How many names of one kind are kept. */
const limit = 50_000;

export function createLogNames(web: SlackWeb, call: CallOptions = {}): LogNames {
  const user = remember(async (id) => nameOfUser((await web.users.info({ user: id }, call)).user));
  const bot = remember(async (id) => (await web.bots.info({ bot: id }, call)).bot.name);
  const channel = remember(async (id) =>
    nameOfConversation((await web.conversations.info({ channel: id }, call)).channel, user),
  );
  // There is no way to ask for one.
  const groups = remember(async () => {
    const { usergroups } = await web.call<{
      readonly usergroups: readonly { readonly id: string; readonly handle: string }[];
    }>('usergroups.list', { include_disabled: true }, call);
    return new Map(usergroups.map(({ id, handle }) => [id, handle]));
  });

  return {
    user,
    channel,
    group: async (id) => (await groups(''))?.get(id),
    async author(message) {
      const { user: userId, bot_id: botId, username, bot_profile: profile } = message;
      if (username) return { name: username, display: username };
      const known =
        (userId === undefined ? undefined : await user(userId)) ?? nameOfProfile(message['user_profile']);
      if (known !== undefined) return known;
      const botName = profile?.name ?? (botId ? await bot(botId) : undefined);
      const name = botName ?? userId ?? botId ?? 'unknown';
      return { name, display: name };
    },
  };
}

/** The name of a conversation; of a direct message, that of the other one. */
export async function nameOfConversation(
  { id, name, user }: Conversation,
  userName: LogNames['user'],
): Promise<string> {
  if (name !== undefined) return name;
  return user === undefined ? id : `@${(await userName(user))?.name ?? user}`;
}

function nameOfUser({ id, name, real_name: realName, profile }: User): LogName {
  const shown = profile?.display_name || profile?.real_name || realName || name || id;
  return { name: name || shown, display: shown };
}

/** Messages of users whom the token cannot see bring along who they are. */
export function nameOfProfile(value: unknown): LogName | undefined {
  const { name, display_name: display, real_name: realName } = Object(value) as UserProfile;
  const shown = display || realName || (typeof name === 'string' ? name : '');
  return shown === ''
    ? undefined
    : { name: typeof name === 'string' && name !== '' ? name : shown, display: shown };
}

/** Asks once for each id. What Slack declines to tell stays untold; any other failure ends the extraction. */
function remember<Value>(ask: (id: string) => Promise<Value>): (id: string) => Promise<Value | undefined> {
  const known = new Map<string, Promise<Value | undefined>>();
  return (id) => {
    let answer = known.get(id);
    if (answer === undefined) {
      answer = ask(id).catch((error: unknown) => {
        if (isServiceError(error) && error.kind === 'refused') return undefined;
        known.delete(id);
        throw error;
      });
      known.set(id, answer);
      const [oldest] = known.size > limit ? known.keys() : [];
      if (oldest !== undefined) known.delete(oldest);
    }
    return answer;
  };
}
