import type { Service } from './service.js';
import { addClient, primaryClient } from './state/clients.js';
import { receiveMessage } from './state/messages.js';
import type { App, Client, User } from './state/model/index.js';
import { viewMessage } from './views/common/message.js';
import type { Wire } from './views/common/wire.js';

/** A person who writes from a channel such as Messenger or the web, and not by the API. */
export interface EndUser {
  /** Writes a message. It lands in the conversation, and the webhooks are told; the answer is the message as v1.1 shows it. */
  sends(message: { readonly text: string }): Wire;
  /** From now on the channel hands nothing to this person: messages of the business end in a delivery failure. */
  blocks(): void;
  unblocks(): void;
}

export function createEndUser(service: Service, app: App, user: User): EndUser {
  return {
    sends({ text }) {
      const content = { type: 'text', text, actions: [] } as const;
      return viewMessage(receiveMessage(service, app, user, channelOf(service, user), { content }).message);
    },
    blocks() {
      channelOf(service, user).status = 'blocked';
    },
    unblocks() {
      channelOf(service, user).status = 'active';
    },
  };
}

/** Where this person writes. Somebody who was only made by the API has no channel yet, and now turns up on one. */
function channelOf(service: Service, user: User): Client {
  return (
    primaryClient(user) ?? addClient(service, user, { type: 'messenger', channelId: service.ids.device() })
  );
}
