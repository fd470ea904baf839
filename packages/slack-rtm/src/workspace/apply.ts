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
  hello: ({ state }) => {
    state.typing.clear();
    state.presence.clear();
  },
};

/** The types of the events that change a workspace. */
export const changingTypes = Object.keys(changes) as (keyof Changes)[];

/** Applies an event to what is known, and says what it changed. It asks nothing and waits for nothing. */
export function applyEvent(
  state: WorkspaceState,
  event: SlackEventMap[keyof SlackEventMap] | SlackFrame,
  rules: Rules,
  now: number,
): readonly WorkspaceChange[] {
  const told: WorkspaceChange[] = [];
  const { [event.type as 'message']: change } = changes;
  change?.({ state, rules, now, tell: (each) => told.push(each) }, event as SlackEventMap['message']);
  return told;
}
