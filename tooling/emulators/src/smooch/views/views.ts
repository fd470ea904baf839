import type { Conversation, Message, User, Webhook } from '../state/model/index.js';
import type { Wire } from './common/wire.js';

/** How one version of the API shows the state. A version to come adds a folder that has these. */
export interface Views {
  /** The conversation is that of the user, if it has begun. */
  appUser(user: User, conversation: Conversation | undefined): Wire;
  conversation(conversation: Conversation, userId: string): Wire;
  message(message: Message): Wire;
  webhook(webhook: Webhook): Wire;
}
