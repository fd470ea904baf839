import type { Service } from './service.js';
import { conversationsOf } from './state/conversations.js';
import { confirmLink, failLink, matchLink } from './state/links.js';
import type { App, Client, User } from './state/model/index.js';
import type { DeliveryError } from './webhooks/events.js';

export type DeliveryStage = 'channel' | 'user' | 'failure';
export type LinkStep = 'match' | 'confirm' | 'fail';

export interface ChannelControl {
  /**
   * Reports what became of a message: that the channel has it, that the user has it, or that it failed. For channels that
   * report nothing by themselves, switch `reportDeliveries` off.
   */
  deliver(messageId: string, stage: DeliveryStage, error?: DeliveryError): void;
}

export interface ChannelControls {
  channel(type: string): ChannelControl;
  link(clientId: string, step: LinkStep): void;
}

const unknownError: DeliveryError = { code: 'uncategorized_error', message: 'The message could not be sent' };

export function createChannelControl(service: Service, app: () => App): ChannelControls {
  const { store } = service;
  return {
    channel: (type) => ({
      deliver(messageId, stage, error = unknownError) {
        const { user, client, conversation, message } = sentTo(service, type, messageId);
        service.publish({
          kind: 'delivery',
          app: app(),
          user,
          client,
          conversation,
          message,
          stage,
          isFinal: stage !== 'channel',
          at: service.clock.now(),
          externalMessageId: stage === 'failure' ? undefined : service.ids.externalMessage(),
          error: stage === 'failure' ? error : undefined,
        });
      },
    }),
    link(clientId, step) {
      for (const user of store.users.values()) {
        const client = user.clients.find(({ id }) => id === clientId);
        if (client === undefined) continue;
        if (client.status !== 'pending') throw new Error(`The client ${clientId} does not wait for a link.`);
        steps[step](service, app(), user, client);
        return;
      }
      throw new RangeError(`There is no client ${clientId}.`);
    },
  };
}

const steps: Readonly<Record<LinkStep, (service: Service, app: App, user: User, client: Client) => void>> = {
  match: matchLink,
  confirm: confirmLink,
  fail: (service, app, user, client) => failLink(service, app, user, client),
};

function sentTo({ store }: Service, type: string, messageId: string) {
  for (const user of store.users.values()) {
    const client = user.clients.find((candidate) => candidate.type === type);
    if (client === undefined) continue;
    for (const conversation of conversationsOf(store, user.id)) {
      const message = conversation.messages.find(({ id }) => id === messageId);
      if (message !== undefined) return { user, client, conversation, message };
    }
  }
  throw new RangeError(`No user with a client of type ${type} was sent a message ${messageId}.`);
}
