import type { Client, Conversation, User } from '../../state/model/index.js';
import { viewAction } from '../../views/common/action.js';
import { viewMessage } from '../../views/common/message.js';
import { present, seconds, type Wire } from '../../views/common/wire.js';
import type { DeliveryReport, DomainEvent, MessageAdded, NotificationReport } from '../events.js';

/** What v1 and v1.1 say of an event other than a message, beside whom it is about. */
export function viewLegacyEvent(event: Exclude<DomainEvent, MessageAdded>): Wire {
  switch (event.kind) {
    case 'delivery':
      return { ...viewReport(event), message: { _id: event.message.id } };
    case 'notification':
      return { ...viewReport(event), notification: { _id: event.notificationId } };
    case 'conversation:create':
      return { source: viewSource(event.client), timestamp: seconds(event.conversation.createdAt) };
    case 'referral':
      return { source: viewSource(event.client), referral: event.referral, timestamp: seconds(event.at) };
    case 'activity':
      return {
        activity: event.type === 'conversation:read' ? undefined : { type: event.type },
        source: viewSource(event.client),
        timestamp: seconds(event.at),
      };
    case 'postback':
      return {
        postbacks: [
          present({
            message: event.message === undefined ? undefined : viewMessage(event.message),
            action: viewAction(event.action),
          }),
        ],
        timestamp: seconds(event.at),
      };
    case 'payment':
      return {
        payments: [
          {
            source: viewSource(event.client),
            message: viewMessage(event.message),
            action: viewAction(event.action),
            charge: { id: event.chargeId },
          },
        ],
        timestamp: seconds(event.at),
      };
    case 'user:merge':
      return {
        surviving: viewMerged(event.surviving, event.conversation),
        discarded: [viewMerged(event.discarded, event.discardedConversation)],
        timestamp: seconds(event.at),
      };
    case 'client:update':
    case 'client:remove':
      return {
        channel: event.criteria === undefined ? undefined : event.client.type,
        criteria: event.criteria,
        error: event.kind === 'client:remove' ? event.error : undefined,
        timestamp: seconds(event.at),
      };
    case 'client:add':
    case 'user:remove':
      return { timestamp: seconds(event.at) };
    case 'conversation:remove':
    case 'conversation:join':
    case 'conversation:leave':
    case 'user:update':
    case 'switchboard':
      break;
  }
  return {};
}

export function viewShortUser(user: User): Wire {
  return present({ _id: user.id, userId: user.externalId });
}

function viewMerged(user: User, conversation: Conversation | undefined): Wire {
  return { ...viewShortUser(user), conversationStarted: conversation !== undefined };
}

function viewReport(event: DeliveryReport | NotificationReport): Wire {
  const { client, externalMessageId } = event;
  return {
    destination: { type: client.type, integrationId: client.integrationId },
    isFinalEvent: event.isFinal,
    externalMessages: externalMessageId === undefined ? undefined : [{ id: externalMessageId }],
    error: event.error,
    timestamp: seconds(event.at),
  };
}

function viewSource(client: Client | undefined): Wire {
  return client === undefined
    ? { type: 'api' }
    : { type: client.type, integrationId: client.integrationId, id: client.channelId };
}
