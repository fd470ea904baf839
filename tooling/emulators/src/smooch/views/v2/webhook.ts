import type { Webhook } from '../../state/model/index.js';
import type { Wire } from '../common/wire.js';

export function viewWebhook(webhook: Webhook): Wire {
  const { id, version, target, triggers, secret, includeFullUser, includeFullSource } = webhook;
  return { id, version, target, triggers, secret, includeFullUser, includeFullSource };
}
