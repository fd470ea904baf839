import type { SlackEventMap } from '../types/event-map.js';
import type { WorkspaceState } from './state.js';

/** Something in a workspace is another now. */
export interface WorkspaceChange {
  readonly what:
    | 'team'
    | 'user'
    | 'bot'
    | 'conversation'
    | 'members'
    | 'message'
    | 'usergroup'
    | 'emoji'
    | 'presence'
    | 'dnd'
    | 'pref'
    | 'typing';
  readonly how: 'added' | 'changed' | 'removed';
  /**
   * Of what: of a user, a bot, a user group, the team; of a conversation also for `members`, `message` and `typing`; of a user
   * for `presence` and `dnd`; a name for `emoji` and `pref`.
   */
  readonly id: string;
  /** Of a message. */
  readonly ts?: string;
  /** Who came, went, or types. */
  readonly user?: string;
}

/** How events are understood. */
export interface Rules {
  /** How many messages of a conversation are kept. */
  readonly history: number;
  /** Whether a private channel that I left is forgotten. */
  readonly forgetLeft: boolean;
  /** Whether closing a private channel archives it, and what is deleted stays, marked. */
  readonly parity: boolean;
}

/** What an event changes, while it is applied. */
export interface Draft {
  readonly state: WorkspaceState;
  readonly rules: Rules;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly tell: (change: WorkspaceChange) => void;
}

/** What events of some types change. None of them fails over what is not known, or not there. */
export type Changes = {
  readonly [Type in keyof SlackEventMap]?: (draft: Draft, event: SlackEventMap[Type]) => void;
};
