import { readContent } from './input/content.js';
import { requiredWord } from './input/fields.js';
import type { Service } from './service.js';
import { seeActivity } from './state/activity.js';
import { channelOf } from './state/channel-of.js';
import { requireConversation } from './state/conversations.js';
import { submitForm } from './state/form-responses.js';
import { receiveMessage } from './state/messages.js';
import { pressMenu } from './state/menu-presses.js';
import type { App, Client, Content, Fields, User } from './state/model/index.js';
import { pay, press, requireButton } from './state/presses.js';
import { viewMessage } from './views/common/message.js';
import type { Wire } from './views/common/wire.js';

/** What somebody writes: words, or any content as v1.1 puts it. */
export type EndUserMessage =
  | { readonly text: string }
  | ({ readonly type: 'text' | 'image' | 'file' | 'location' } & Fields);

/** A person who writes from a channel such as Messenger or the web, and not by the API. */
export interface EndUser {
  /** Writes a message. It lands in the conversation, and the webhooks are told; the answer is the message as v1.1 shows it. */
  sends(message: EndUserMessage, how?: { readonly campaignId?: string | undefined }): Wire;
  /** Presses the button of this id, wherever they were sent it or in the menu: answers, posts back or pays. */
  clicks(actionId: string): void;
  /** Begins to type, or with `false` stops. */
  types(on?: boolean): void;
  /** Reads what there is. */
  reads(): void;
  /** Fills in the form of this message, by the names of its fields. The answer is the message that comes of it. */
  submits(messageId: string, values: Readonly<Record<string, string>>): Wire;
  /** Pays for what a button of type `buy` offers. */
  pays(actionId: string): void;
  /** Comes by a link or an advertisement. */
  refers(referral: Fields): void;
  /** From now on proves to have this e-mail address, by which v2 lists users. */
  identifies(email: string, verification?: string): void;
  /** From now on is known to Zendesk by this id. */
  isKnownToZendesk(zendeskId: string): void;
  /** From now on also is to be found in a system of the business, as `{ type: 'slack', channelId }`. */
  isIn(businessSystem: Fields): void;
  /** From now on the channel hands nothing to this person: messages of the business end in a delivery failure. */
  blocks(): void;
  unblocks(): void;
}

export function createEndUser(service: Service, app: App, user: User): EndUser {
  const { store, clock } = service;
  const setStatus = (status: 'active' | 'blocked', reason: 'blocked' | 'unblocked'): void => {
    const client = channelOf(service, user);
    client.status = status;
    const conversation = requireConversation(store, user);
    const at = clock.now();
    const criteria = undefined;
    service.publish({ kind: 'client:update', app, user, client, conversation, reason, criteria, at });
  };
  const act = (type: 'conversation:read' | 'typing:start' | 'typing:stop'): void =>
    seeActivity(service, app, requireConversation(store, user), user, type);
  const channel = (): Client => channelOf(service, user);

  return {
    sends(message, { campaignId } = {}) {
      const content = readSaid(service, message);
      return viewMessage(receiveMessage(service, app, user, channel(), { content, campaignId }).message);
    },
    clicks(actionId) {
      if (pressMenu(service, app, user, channel(), actionId)) return;
      press(service, app, user, channel(), requireButton(service, user, actionId));
    },
    types: (on = true) => act(on ? 'typing:start' : 'typing:stop'),
    reads: () => act('conversation:read'),
    submits: (messageId, values) =>
      viewMessage(submitForm(service, app, user, channel(), { messageId, values })),
    pays(actionId) {
      pay(service, app, user, channel(), requireButton(service, user, actionId));
    },
    refers(referral) {
      const conversation = requireConversation(store, user);
      const at = clock.now();
      service.publish({ kind: 'referral', app, user, client: channel(), conversation, referral, at });
    },
    identifies(email, verification = 'sso') {
      user.identities = [...user.identities, { type: 'email', value: email, verification }];
      const client = channel();
      service.publish({ kind: 'user:update', app, user, client, reason: 'authentication' });
    },
    isKnownToZendesk(zendeskId) {
      user.zendeskId = zendeskId;
    },
    isIn(businessSystem) {
      user.businessSystems = [...user.businessSystems, businessSystem];
    },
    blocks: () => setStatus('blocked', 'blocked'),
    unblocks: () => setStatus('active', 'unblocked'),
  };
}

function readSaid({ ids }: Service, message: EndUserMessage): Content {
  const body = 'type' in message ? message : { ...message, type: 'text' };
  const type = requiredWord(body, 'type', ['text', 'image', 'file', 'location']);
  return readContent(body, type, { version: 'v1.1', ids });
}
