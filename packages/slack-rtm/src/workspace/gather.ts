import { isServiceError } from '@x/http-core';
import { collect } from '../collect.js';
import { SlackError } from '../errors.js';
import type { Conversation } from '../types/conversation.js';
import type { Self } from '../types/methods.js';
import type { DoNotDisturb } from '../types/people-events.js';
import type { UserGroup } from '../types/team-events.js';
import type { Team, User } from '../types/user.js';
import type { SlackWeb } from '../web.js';
import type { Wants } from './load-options.js';

/** A part of what is loaded; of conversations, each kind by itself. */
export type WorkspacePiece =
  | 'team'
  | 'users'
  | 'public_channel'
  | 'private_channel'
  | 'mpim'
  | 'im'
  | 'usergroups'
  | 'emoji'
  | 'dnd';

/** How far loading has come. */
export interface WorkspaceProgress {
  readonly what: 'team' | 'users' | 'conversations' | 'usergroups' | 'emoji' | 'dnd';
  /** How many there are so far. */
  readonly count: number;
  /** Whether these are all. */
  readonly done: boolean;
}

/** What was loaded. A part that is absent was not asked for, or is not available. */
export interface Loaded {
  readonly me: Self | undefined;
  readonly team: Team | undefined;
  readonly users: readonly User[] | undefined;
  /** The conversations that I am in, and of which kinds these are. */
  readonly mine: readonly Conversation[] | undefined;
  readonly mineTypes: readonly string[];
  readonly everyChannel: readonly Conversation[] | undefined;
  readonly usergroups: readonly UserGroup[] | undefined;
  readonly emoji: Readonly<Record<string, string>> | undefined;
  readonly dnd: Readonly<Record<string, DoNotDisturb>> | undefined;
  /** What this token, or this workspace, does not get, and what Slack said to it. */
  readonly unavailable: ReadonlyMap<string, SlackError>;
}

/** How many people one call tells of that may not be disturbed. */
const mostDisturbed = 50;

/** Loads what is wanted, page by page. It rejects as calls do, but for what the token does not get, which is left out. */
export async function gather(options: {
  readonly web: SlackWeb;
  readonly wants: Wants;
  readonly knowsMe: boolean;
  readonly knownUsers: () => Iterable<User>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: WorkspaceProgress) => void;
}): Promise<Loaded> {
  const { web, wants, knowsMe, knownUsers, onProgress } = options;
  const unavailable = new Map<string, SlackError>();
  const failed = new AbortController();
  // When one part fails, the others are of no use.
  const call = { signal: AbortSignal.any([options.signal, failed.signal]) };

  async function piece<Result>(
    name: WorkspacePiece,
    load: () => Promise<Result>,
  ): Promise<Result | undefined> {
    try {
      return await load();
    } catch (error) {
      if (!isNotForMe(error)) throw error;
      unavailable.set(name, error);
      return undefined;
    }
  }

  async function list<Item>(
    what: WorkspaceProgress['what'],
    method: string,
    args: Readonly<Record<string, string | number | boolean | readonly string[]>>,
    field: string,
    before = 0,
  ): Promise<Item[]> {
    const items: Item[] = [];
    for await (const page of collect<Item>(web, method, args, call).pages()) {
      const found = page[field];
      // A page may be empty although others follow.
      if (Array.isArray(found)) items.push(...(found as Item[]));
      onProgress({ what, count: before + items.length, done: false });
    }
    return items;
  }

  const mineTypes: string[] = [];
  async function mine(): Promise<Conversation[] | undefined> {
    if (wants.conversations === false) return undefined;
    const ask = async (types: readonly string[], before = 0): Promise<Conversation[]> => {
      const args = { types, exclude_archived: true };
      const found = await list<Conversation>(
        'conversations',
        'users.conversations',
        args,
        'channels',
        before,
      );
      mineTypes.push(...types);
      return found;
    };
    try {
      return await ask(wants.types);
    } catch (error) {
      if (!isNotForMe(error)) throw error;
    }
    // One kind that the token may not see spoils the whole call.
    const found: Conversation[] = [];
    for (const type of wants.types) {
      found.push(...((await piece(type as WorkspacePiece, () => ask([type], found.length))) ?? []));
    }
    return found;
  }

  async function conversations(): Promise<Pick<Loaded, 'mine' | 'everyChannel'>> {
    const own = await mine();
    const wantsAll = wants.conversations === 'all' && wants.types.includes('public_channel');
    const args = { types: 'public_channel', limit: 1000 };
    const every = wantsAll
      ? await piece('public_channel', () =>
          list<Conversation>('conversations', 'conversations.list', args, 'channels', own?.length),
        )
      : undefined;
    const ids = new Set([...(own ?? []), ...(every ?? [])].map(({ id }) => id));
    if (own !== undefined) onProgress({ what: 'conversations', count: ids.size, done: true });
    return { mine: own, everyChannel: every };
  }

  async function people(): Promise<Pick<Loaded, 'users' | 'dnd'>> {
    const users =
      wants.users === 'eager'
        ? await piece('users', () => list<User>('users', 'users.list', {}, 'members'))
        : undefined;
    if (users !== undefined) onProgress({ what: 'users', count: users.length, done: true });
    const dnd = wants.dnd ? await piece('dnd', () => disturbed(users ?? [...knownUsers()])) : undefined;
    if (dnd !== undefined) onProgress({ what: 'dnd', count: Object.keys(dnd).length, done: true });
    return { users, dnd };
  }

  async function disturbed(users: readonly User[]): Promise<Record<string, DoNotDisturb>> {
    const ids = users
      .filter(({ deleted, is_bot: isBot }) => deleted !== true && isBot !== true)
      .map(({ id }) => id);
    const found: Record<string, DoNotDisturb> = {};
    for (let from = 0; from < ids.length; from += mostDisturbed) {
      const some = ids.slice(from, from + mostDisturbed);
      const answer = await web.call<{ users: Record<string, DoNotDisturb> }>(
        'dnd.teamInfo',
        { users: some },
        call,
      );
      Object.assign(found, answer.users);
      onProgress({ what: 'dnd', count: Object.keys(found).length, done: false });
    }
    return found;
  }

  async function usergroups(): Promise<UserGroup[] | undefined> {
    if (!wants.usergroups) return undefined;
    const args = { include_users: true };
    const found = await piece('usergroups', () =>
      list<UserGroup>('usergroups', 'usergroups.list', args, 'usergroups'),
    );
    if (found !== undefined) onProgress({ what: 'usergroups', count: found.length, done: true });
    return found;
  }

  async function emoji(): Promise<Record<string, string> | undefined> {
    if (!wants.emoji) return undefined;
    const answer = await piece('emoji', () =>
      web.call<{ emoji: Record<string, string> }>('emoji.list', {}, call),
    );
    if (answer === undefined) return undefined;
    onProgress({ what: 'emoji', count: Object.keys(answer.emoji).length, done: true });
    return answer.emoji;
  }

  async function team(): Promise<Team | undefined> {
    if (!wants.team) return undefined;
    const answer = await piece('team', () => web.call('team.info', {}, call));
    if (answer === undefined) return undefined;
    onProgress({ what: 'team', count: 1, done: true });
    return answer.team;
  }

  async function me(): Promise<Self | undefined> {
    if (knowsMe) return undefined;
    const { user_id: id, user: name } = await web.call('auth.test', {}, call);
    return { id, name };
  }

  try {
    const [found, known, groups, pictures, facts, self] = await Promise.all([
      conversations(),
      people(),
      usergroups(),
      emoji(),
      team(),
      me(),
    ]);
    return {
      ...found,
      ...known,
      mineTypes,
      usergroups: groups,
      emoji: pictures,
      team: facts,
      me: self,
      unavailable,
    };
  } catch (error) {
    failed.abort(error);
    throw error;
  }
}

/** Whether Slack has understood and declined: it will decline tomorrow, and the rest is of use without this. */
function isNotForMe(error: unknown): error is SlackError {
  if (!(isServiceError(error) && error instanceof SlackError)) return false;
  return error.kind === 'refused' || error.code === 'not_allowed_token_type';
}
