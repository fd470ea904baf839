import { viewConversation } from '../common/conversation.js';
import { viewMessage } from '../common/message.js';
import type { Views } from '../views.js';
import { viewAppUser } from './app-user.js';
import { viewWebhook } from './webhook.js';

/** The state as `/v1` has shown it since 2016. */
export const v1Views: Views = {
  appUser: viewAppUser,
  conversation: viewConversation,
  message: viewMessage,
  webhook: viewWebhook,
};
