import type { Client, Source, User, Webhook } from '../../state/model/index.js';
import { apiSource, primaryClient, sourceOf } from '../../state/clients.js';
import type { Store } from '../../state/store.js';
import {
  viewAuthor,
  viewClient,
  viewMessage,
  viewMessageWith,
  viewSource,
  viewTruncatedConversation,
  viewTruncatedUser,
  viewUser,
} from '../../views/v2/index.js';
import { isoTime, present, type Wire } from '../../views/common/wire.js';
import type { ClientAdded, ClientRemoved, DeliveryReport, DomainEvent, MessageAdded } from '../events.js';
import { conversationOf } from '../subjects.js';

/** What an event is known by, whoever is told of it. */
export interface Stamp {
  readonly id: string;
  readonly at: number;
}

/** What a v2 webhook is sent: a list, here of one event. */
export function v2Payload(
  store: Store,
  event: DomainEvent,
  trigger: string,
  webhook: Webhook,
  stamp: Stamp,
): Wire {
  const { id, version } = webhook;
  const conversation = conversationOf(event);
  const payload = present({
    conversation: conversation === undefined ? undefined : viewTruncatedConversation(store, conversation),
    ...viewEvent(store, event, webhook),
  });
  return {
    app: { id: event.app.id },
    webhook: { id, version },
    events: [{ id: stamp.id, createdAt: isoTime(stamp.at), type: trigger, payload }],
  };
}

function viewEvent(store: Store, event: DomainEvent, webhook: Webhook): Wire {
  const user = (shown: User | undefined): Wire | undefined =>
    shown === undefined ? undefined : viewTold(shown, webhook);
  switch (event.kind) {
    case 'message':
      return {
        message: viewTheMessage(store, event, webhook),
        recentNotifications:
          event.recentNotifications.length === 0 ? undefined : event.recentNotifications.map(viewMessage),
      };
    case 'delivery':
      return { user: user(event.user), ...viewReport(event) };
    case 'conversation:create':
      return {
        user: user(event.user),
        creationReason: event.reason,
        source: viewTheSource(event.source, event.user, event.client, webhook),
      };
    case 'conversation:remove':
      return {};
    case 'conversation:join':
    case 'conversation:leave':
    case 'user:remove':
      return { user: viewTruncatedUser(event.user) };
    case 'postback':
      return {
        user: user(event.user),
        postback: present({ payload: event.action.payload, metadata: event.action.metadata }),
        source: viewOrigin(event.user, event.client, webhook),
      };
    case 'activity':
      return {
        activity: {
          type: event.type,
          author: { type: 'user', userId: event.user.id, user: user(event.user) },
          source: viewOrigin(event.user, event.client, webhook),
        },
      };
    case 'referral':
      return {
        user: user(event.user),
        source: viewOrigin(event.user, event.client, webhook),
        referral: event.referral,
      };
    case 'client:add':
    case 'client:update':
    case 'client:remove':
      return {
        user: viewTruncatedUser(event.user),
        client: viewClient(event.user, event.client),
        reason: event.reason,
        error: event.kind === 'client:remove' ? event.error : undefined,
        source: event.kind === 'client:update' ? undefined : viewOrigin(event.user, startOf(event), webhook),
      };
    case 'user:merge':
      return {
        conversation: undefined,
        mergedUsers: {
          surviving: viewTold(event.surviving, webhook),
          discarded: viewTold(event.discarded, webhook),
        },
        mergedConversations:
          event.conversation === undefined || event.discardedConversation === undefined
            ? undefined
            : {
                surviving: viewTruncatedConversation(store, event.conversation),
                discarded: viewTruncatedConversation(store, event.discardedConversation),
              },
        discardedMetadata: event.discardedMetadata,
        reason: event.reason,
      };
    case 'user:update':
      return {
        user: user(event.user),
        reason: event.reason,
        source: viewOrigin(event.user, event.client, webhook),
      };
    case 'switchboard':
      return { metadata: event.metadata, error: event.error, reason: event.reason };
    case 'payment':
    case 'notification':
      break;
  }
  return {};
}

/** Where the user was when a channel came or went; nowhere when the API took it. */
function startOf(event: ClientAdded | ClientRemoved): Client | undefined {
  const from = event.reason === 'api' ? undefined : primaryClient(event.user);
  return from === event.client ? undefined : from;
}

/** As answers show a user, but for how they pay, of which webhooks are not told. */
function viewTold(user: User, webhook: Webhook): Wire {
  const { hasPaymentInfo: _, ...full } = viewUser(user);
  return webhook.includeFullUser ? { ...viewTruncatedUser(user), ...full } : viewTruncatedUser(user);
}

function viewTheMessage(store: Store, { message, user, client }: MessageAdded, webhook: Webhook): Wire {
  const { author, source } = message;
  const writer = author.type === 'user' ? store.users.get(author.id) : undefined;
  return viewMessageWith(
    message,
    present({ ...viewAuthor(author), user: writer === undefined ? undefined : viewTold(writer, webhook) }),
    viewTheSource(source, user, client, webhook),
  );
}

function viewTheSource(
  source: Source,
  user: User | undefined,
  client: Client | undefined,
  webhook: Webhook,
): Wire {
  const isFull =
    webhook.includeFullSource && user !== undefined && client !== undefined && source.clientId === client.id;
  return present({
    ...(isFull ? viewSource(source, { user, client }) : viewSource(source)),
    campaign: source.campaignId === undefined ? undefined : { id: source.campaignId },
  });
}

function viewOrigin(user: User, client: Client | undefined, webhook: Webhook): Wire {
  return viewTheSource(client === undefined ? apiSource : sourceOf(client), user, client, webhook);
}

function viewReport(event: DeliveryReport): Wire {
  const { client, externalMessageId, error } = event;
  return {
    destination: { type: client.type, integrationId: client.integrationId },
    externalMessages: externalMessageId === undefined ? undefined : [{ id: externalMessageId }],
    message: { id: event.message.id },
    isFinalEvent: event.isFinal,
    error,
  };
}
