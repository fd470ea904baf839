import { keyPrefix } from '../ids.js';
import type { FeedRecord } from '../state/model.js';
import type { ChatterState } from '../state/state.js';

/** Something to do, and a reminder of it an hour from now. */
export function seedTask(state: ChatterState): FeedRecord {
  const id = state.ids.next(keyPrefix.task);
  const task = { id, type: 'Task', label: 'Task', labelPlural: 'Tasks', name: 'Call Harbour School' };
  state.records.set(id, task);
  const hourMs = 3_600_000;
  state.reminders.set(id, { at: Math.ceil(state.clock.now() / hourMs) * hourMs, isDisplayed: false });
  return task;
}
