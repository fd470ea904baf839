import type { Webhook } from '../../state/model/index.js';
import type { Wire } from '../common/wire.js';

export function viewWebhook(webhook: Webhook): Wire {
  return {
    target: webhook.target,
    secret: webhook.secret,
    _id: webhook.id,
    triggers: webhook.triggers,
    version: webhook.version,
    includeClient: webhook.includeFullSource,
    includeFullAppUser: webhook.includeFullUser,
  };
}
