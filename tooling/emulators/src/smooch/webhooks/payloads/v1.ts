import { defaultConversation } from '../../state/conversations.js';
import type { Store } from '../../state/store.js';
import { viewMessage } from '../../views/common/message.js';
import { present, seconds, type Wire } from '../../views/common/wire.js';
import { viewAppUser } from '../../views/v1/app-user.js';
import type { DomainEvent } from '../events.js';
import { userOf } from '../subjects.js';
import { viewLegacyEvent, viewShortUser } from './legacy.js';

/** What a v1 webhook is sent: the whole app user, and only beside a delivery report the short one. */
export function v1Payload(store: Store, event: DomainEvent, trigger: string): Wire {
  const common = { trigger, app: { _id: event.app.id } };
  if (event.kind === 'delivery') {
    return present({
      ...common,
      messages: [viewMessage(event.message)],
      appUser: viewShortUser(event.user),
      destination: { type: event.client.type },
      error: event.error,
      timestamp: seconds(event.at),
    });
  }
  const user = userOf(event);
  return present({
    ...common,
    ...(event.kind === 'message' ? { messages: [viewMessage(event.message)] } : viewLegacyEvent(event)),
    appUser: user === undefined ? undefined : viewAppUser(user, defaultConversation(store, user)),
  });
}
