import type { Service } from '../service.js';
import { type Draft, postMessage } from './messages.js';
import type { ScheduledMessage } from './model.js';

/** A message that is to be posted later. */
export interface Schedule extends Omit<ScheduledMessage, 'cancel'> {
  readonly draft: Draft;
  readonly broadcast: boolean;
}

/** Lets a message wait for its time. Whoever has left meanwhile, or archived the channel, has taken it back by it. */
export function schedule(service: Service, entry: Schedule): void {
  const { clock, store } = service;
  const { id, channelId, userId, postAt, draft, broadcast } = entry;
  const cancel = clock.after(Math.max(0, postAt * 1_000 - clock.now()), () => {
    store.scheduled.delete(id);
    const conversation = store.conversations.get(channelId);
    if (conversation === undefined || conversation.isArchived || !conversation.members.has(userId)) return;
    postMessage(service, conversation, draft, { broadcast });
  });
  store.scheduled.set(id, { ...entry, cancel });
}
