import type { Webhook } from '../../state/model.js';
import { viewMessage } from '../../views/common/message.js';
import { viewProfile } from '../../views/common/profile.js';
import { present, seconds, type Wire } from '../../views/common/wire.js';
import { viewClient } from '../../views/v1.1/app-user.js';
import type { DeliveryReport, DomainEvent } from '../events.js';

/** What a v1.1 webhook is sent. How much it tells of the user and the client is the webhook's own setting. */
export function v11Payload(event: DomainEvent, trigger: string, webhook: Webhook): Wire {
  return present({
    trigger,
    app: { _id: event.app.id },
    ...(event.kind === 'message' ? { messages: [viewMessage(event.message)] } : viewDelivery(event)),
    appUser: viewEventUser(event, webhook.includeFullAppUser),
    client: webhook.includeClient && event.client !== undefined ? viewClient(event.client) : undefined,
    conversation: { _id: event.conversation.id },
    version: 'v1.1',
  });
}

/** The complete user of an event has no clients: those are asked for separately. */
function viewEventUser({ user }: DomainEvent, full: boolean): Wire {
  const short = { _id: user.id, userId: user.externalId, conversationStarted: true };
  return present(full ? { ...viewProfile(user), ...short, properties: user.metadata } : short);
}

function viewDelivery(event: DeliveryReport): Wire {
  const { client, externalMessageId } = event;
  return {
    destination: { type: client.type, integrationId: client.integrationId },
    isFinalEvent: event.isFinal,
    externalMessages: externalMessageId === undefined ? undefined : [{ id: externalMessageId }],
    message: { _id: event.message.id },
    error: event.error,
    timestamp: seconds(event.at),
  };
}
