import type { SlackError } from '../errors.js';
import type { Self } from '../types/methods/team.js';
import type { UserGroup } from '../types/team-events.js';
import type { Team, User } from '../types/user.js';
import type { SlackWeb } from '../web.js';
import { loadConversations, type LoadedConversations } from './load-conversations.js';
import type { Wants } from './load-options.js';
import { loadPeople, type LoadedPeople } from './load-people.js';
import { createLoader, type Loader, type WorkspaceProgress } from './loader.js';

/** What was loaded. A part that is absent was not asked for, or is not available. */
export interface Loaded extends LoadedConversations, LoadedPeople {
  readonly me: Self | undefined;
  readonly team: Team | undefined;
  readonly usergroups: readonly UserGroup[] | undefined;
  readonly emoji: Readonly<Record<string, string>> | undefined;
  readonly unavailable: ReadonlyMap<string, SlackError>;
}

/** Loads what is wanted, page by page. It rejects as calls do, but for what the token does not get, which is left out. */
export async function gather(options: {
  readonly web: SlackWeb;
  readonly wants: Wants;
  readonly knowsMe: boolean;
  readonly knownUsers: () => Iterable<User>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: WorkspaceProgress) => void;
}): Promise<Loaded> {
  const { web, wants, knowsMe, knownUsers, signal, onProgress } = options;
  const failed = new AbortController();
  const call = { signal: AbortSignal.any([signal, failed.signal]) };
  const loader = createLoader(web, call, onProgress);
  try {
    const [conversations, people, usergroups, emoji, team, me] = await Promise.all([
      loadConversations(loader, wants),
      loadPeople(loader, wants, knownUsers),
      wants.usergroups ? loadUsergroups(loader) : undefined,
      wants.emoji ? loadEmoji(loader) : undefined,
      wants.team ? loadTeam(loader) : undefined,
      knowsMe ? undefined : loadMe(loader),
    ]);
    return { ...conversations, ...people, usergroups, emoji, team, me, unavailable: loader.unavailable };
  } catch (error) {
    // When one part fails, the others are of no use.
    failed.abort(error);
    throw error;
  }
}

async function loadUsergroups({ piece, list, tell }: Loader): Promise<UserGroup[] | undefined> {
  const args = { include_users: true };
  const found = await piece('usergroups', () =>
    list<UserGroup>('usergroups', 'usergroups.list', args, 'usergroups'),
  );
  if (found !== undefined) tell({ what: 'usergroups', count: found.length, done: true });
  return found;
}

async function loadEmoji({
  web,
  call,
  piece,
  tell,
}: Loader): Promise<Readonly<Record<string, string>> | undefined> {
  const answer = await piece('emoji', () =>
    web.call<{ emoji: Record<string, string> }>('emoji.list', {}, call),
  );
  if (answer === undefined) return undefined;
  tell({ what: 'emoji', count: Object.keys(answer.emoji).length, done: true });
  return answer.emoji;
}

async function loadTeam({ web, call, piece, tell }: Loader): Promise<Team | undefined> {
  const answer = await piece('team', () => web.call('team.info', {}, call));
  if (answer === undefined) return undefined;
  tell({ what: 'team', count: 1, done: true });
  return answer.team;
}

async function loadMe({ web, call }: Loader): Promise<Self> {
  const { user_id: id, user: name } = await web.call('auth.test', {}, call);
  return { id, name };
}
