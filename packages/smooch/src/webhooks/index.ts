export {
  createDeliveryWatch,
  type Delivered,
  type DeliveryStage,
  type DeliveryWaitOptions,
  type DeliveryWatch,
  type DeliveryWatchOptions,
} from './delivery-watch.js';
export type { EventName, EventNamed, SingleEvent } from './events-by-name.js';
export {
  createWebhookHandler,
  type EventContext,
  type EventHandlers,
  type WebhookHandler,
  type WebhookHandlerOptions,
} from './handler.js';
export { toNodeHandler, type NodeRequest, type NodeResponse } from './node.js';
export { parseWebhook } from './parse.js';
export { memorySeen, type SeenEvents } from './seen.js';
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
export type {
  ActivityPayload,
  DeliveryPayload,
  EventFailure,
  EventPayloads,
  Referral,
  SunshineEvent,
  SunshineEventOf,
  SwitchboardFailurePayload,
  SwitchboardPayload,
  UnknownSunshineEvent,
} from '../v2/types/events.js';
