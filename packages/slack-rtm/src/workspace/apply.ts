import type { SlackFrame } from '../events.js';
import type { SlackEventMap } from '../types/event-map.js';
import { annotationChanges } from './annotation-changes.js';
import type { Changes, Rules, WorkspaceChange } from './change.js';
import { conversationChanges } from './conversation-changes.js';
import { membershipChanges } from './membership-changes.js';
import { messageChanges } from './message-changes.js';
import { peopleChanges } from './people-changes.js';
import type { WorkspaceState } from './state.js';
import { teamChanges } from './team-changes.js';
import { typingChanges } from './typing.js';
import { usergroupChanges } from './usergroup-changes.js';

/** Applies events to what is known. */
export interface Reducer {
  /** The types of the events that change anything. */
  readonly types: readonly (keyof SlackEventMap)[];
  /** Applies an event, and says what it changed. It asks nothing and waits for nothing; `now` is in milliseconds since 1970. */
  readonly apply: (state: WorkspaceState, event: SlackFrame, now: number) => readonly WorkspaceChange[];
}

export function createReducer(rules: Rules): Reducer {
  const changes: Changes = {
    ...conversationChanges,
    ...membershipChanges,
    ...messageChanges,
    ...annotationChanges,
    ...typingChanges,
    ...peopleChanges,
    ...usergroupChanges,
    ...teamChanges,
    // What was told to the connection before is not told again by this one.
    hello: ({ state: { typing, presence }, tell }) => {
      for (const { channel, user } of typing.values()) {
        tell({ what: 'typing', how: 'removed', id: channel, user });
      }
      for (const id of presence.keys()) tell({ what: 'presence', how: 'removed', id });
      typing.clear();
      presence.clear();
    },
  };

  return {
    types: Object.keys(changes) as (keyof Changes)[],
    apply(state, event, now) {
      const told: WorkspaceChange[] = [];
      const { [event.type as 'message']: change } = changes;
      change?.({ state, rules, now, tell: (each) => told.push(each) }, event as SlackEventMap['message']);
      return told;
    },
  };
}
