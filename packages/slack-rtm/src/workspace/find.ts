import type { Conversation } from '../types/conversation.js';
import type { UserGroup } from '../types/team-events.js';
import type { Bot, User } from '../types/user.js';
import type { WorkspaceState } from './state.js';

/** Finds by ids and by names what is known of a workspace. */
export interface WorkspaceFinds {
  /** A user by id, or by name, display name, real name or e-mail, in this order; with or without `@`. */
  readonly findUser: (wanted: string) => User | undefined;
  /** A bot by id or name. */
  readonly findBot: (wanted: string) => Bot | undefined;
  /** The bot that acts as a user, who is named as in `findUser`. */
  readonly findBotOf: (user: string) => Bot | undefined;
  /** The user whom a bot acts as, by the bot's id or name. */
  readonly findUserOf: (bot: string) => User | undefined;
  /** A conversation of any kind by id, also one that was deleted; or by name, with or without `#`. */
  readonly findConversation: (wanted: string) => Conversation | undefined;
  /** A public channel by id or name. */
  readonly findChannel: (wanted: string) => Conversation | undefined;
  /** A private channel by id or name. */
  readonly findGroup: (wanted: string) => Conversation | undefined;
  /** The direct message with a user, who is named as in `findUser`. */
  readonly findIm: (user: string) => Conversation | undefined;
  /** A user group by id, handle or name. */
  readonly findUsergroup: (wanted: string) => UserGroup | undefined;
}

export function createFinds(state: WorkspaceState): WorkspaceFinds {
  const { users, bots, conversations, views, deleted, usergroups } = state;
  const findUser = (wanted: string): User | undefined =>
    find(users, wanted, [
      ({ name }) => name,
      ({ profile }) => profile?.display_name,
      ({ real_name: name, profile }) => name ?? profile?.real_name,
      ({ profile }) => profile?.email,
    ]);
  const findBot = (wanted: string): Bot | undefined => find(bots, wanted, [({ name }) => name]);
  const named = [({ name }: Conversation) => name];

  return {
    findUser,
    findBot,
    findBotOf(user) {
      const { id, profile } = findUser(user) ?? { id: user, profile: undefined };
      return bots.get(profile?.bot_id ?? '') ?? first(bots, id, (bot) => bot.user_id);
    },
    findUserOf(wanted) {
      const { id, user_id: userId } = findBot(wanted) ?? { id: wanted, user_id: undefined };
      return users.get(userId ?? '') ?? first(users, id, ({ profile }) => profile?.bot_id);
    },
    findConversation: (wanted) => find(conversations, wanted, named) ?? deleted.get(wanted),
    findChannel: (wanted) => find(views.channels, wanted, named),
    findGroup: (wanted) => find(views.groups, wanted, named),
    findIm(wanted) {
      return first(views.ims, findUser(wanted)?.id ?? wanted, ({ user }) => user);
    },
    findUsergroup: (wanted) => find(usergroups, wanted, [({ handle }) => handle, ({ name }) => name]),
  };
}

/** By id, else the first whose name is the wanted one; a better kind of name goes before a better place. */
function find<Item>(
  items: ReadonlyMap<string, Item>,
  wanted: string,
  names: readonly ((item: Item) => string | undefined)[],
): Item | undefined {
  const known = items.get(wanted);
  const name = plain(wanted);
  if (known !== undefined || name === '') return known;
  for (const nameOf of names) {
    const found = first(items, name, (item) => plain(nameOf(item)));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first that is called so. A message may have no user: nobody is called by nothing. */
function first<Item>(
  items: ReadonlyMap<string, Item>,
  wanted: unknown,
  nameOf: (item: Item) => string | undefined,
): Item | undefined {
  if (typeof wanted !== 'string') return undefined;
  for (const item of items.values()) if (nameOf(item) === wanted) return item;
  return undefined;
}

/** A name as it is compared. */
function plain(name: unknown): string {
  return typeof name === 'string' ? name.replace(/^[@#]/, '').toLowerCase() : '';
}
