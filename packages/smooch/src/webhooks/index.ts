export { parseWebhook } from './parse.js';
export { verifyWebhook, type WebhookHeaders } from './verify.js';
export type { WebhookEnvelope } from '../types/webhook-envelope.js';
export type {
  ConversationEvent,
  DeliveryEvent,
  EventAppUser,
  EventError,
  EventSource,
  LinkEvent,
  MergeEvent,
  MessageDeliveryEvent,
  MessageDeliveryFailureEvent,
  MessagesEvent,
  NotificationDeliveryEvent,
  PaymentEvent,
  PostbackEvent,
  TypingEvent,
  UnknownEvent,
  UntypedEvent,
  WebhookEvent,
} from '../types/webhook-event.js';
