import { refuseOption } from '../errors.js';
import type { ConversationTypes } from '../types/methods/arguments.js';

/** What of a workspace is loaded. */
export interface WorkspaceLoad {
  /**
   * All users at once (`'eager'`, the default); each when `getUser` asks for it, and all when a name needs them (`'lazy'`); or
   * only those that `getUser` asks for by id or e-mail (`false`).
   */
  readonly users?: 'eager' | 'lazy' | false | undefined;
  /** The conversations that I am in (`'mine'`, the default), with them all public channels (`'all'`), or none (`false`). */
  readonly conversations?: 'mine' | 'all' | false | undefined;
  /** What `team.info` tells. Default true. */
  readonly team?: boolean | undefined;
  /** The groups that can be mentioned, with their members. Default false. */
  readonly usergroups?: boolean | undefined;
  /** The emoji of the workspace's own. Default false. */
  readonly emoji?: boolean | undefined;
  /** When people are not to be disturbed, 50 people a call. Default false. */
  readonly dnd?: boolean | undefined;
}

/** What {@link createWorkspace} asks for, complete. */
export interface Wants {
  readonly users: 'eager' | 'lazy' | false;
  readonly conversations: 'mine' | 'all' | false;
  readonly types: readonly string[];
  readonly team: boolean;
  readonly usergroups: boolean;
  readonly emoji: boolean;
  readonly dnd: boolean;
}

/** Fills in what is left out. */
export function readLoad(load: WorkspaceLoad = {}, types?: ConversationTypes): Wants {
  const {
    users = 'eager',
    conversations = 'mine',
    team = true,
    usergroups = false,
    emoji = false,
    dnd = false,
  } = load;
  if (!/^(eager|lazy|false)$/.test(String(users))) refuseOption('load.users', "'eager', 'lazy' or false");
  if (!/^(mine|all|false)$/.test(String(conversations))) {
    refuseOption('load.conversations', "'mine', 'all' or false");
  }
  const kinds = [types ?? ['public_channel', 'private_channel', 'mpim', 'im']].flat();
  return { users, conversations, types: kinds, team, usergroups, emoji, dnd };
}
