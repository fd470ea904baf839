import { defaultConversation } from '../../state/conversations.js';
import type { User, Webhook } from '../../state/model/index.js';
import type { Store } from '../../state/store.js';
import { viewMessage } from '../../views/common/message.js';
import { viewProfile } from '../../views/common/profile.js';
import { present, type Wire } from '../../views/common/wire.js';
import { viewClient } from '../../views/v1.1/app-user.js';
import type { DomainEvent } from '../events.js';
import { viewLegacyEvent } from './legacy.js';
import { clientOf, conversationOf, userOf } from '../subjects.js';

/** What a v1.1 webhook is sent. How much it tells of the user and the client is the webhook's own setting. */
export function v11Payload(store: Store, event: DomainEvent, trigger: string, webhook: Webhook): Wire {
  const user = userOf(event);
  const client = clientOf(event);
  const conversation = conversationOf(event);
  return present({
    trigger,
    app: { _id: event.app.id },
    ...(event.kind === 'message' ? { messages: [viewMessage(event.message)] } : viewLegacyEvent(event)),
    appUser:
      user === undefined || event.kind === 'user:merge'
        ? undefined
        : viewEventUser(store, user, webhook.includeFullUser),
    client: webhook.includeFullSource && client !== undefined ? viewClient(client) : undefined,
    conversation: conversation === undefined ? undefined : { _id: conversation.id },
    version: 'v1.1',
  });
}

/** The complete user of an event has no clients: those are asked for separately. */
function viewEventUser(store: Store, user: User, full: boolean): Wire {
  const conversationStarted = defaultConversation(store, user) !== undefined;
  const short = { _id: user.id, userId: user.externalId, conversationStarted };
  return present(full ? { ...viewProfile(user), ...short, properties: user.metadata } : short);
}
