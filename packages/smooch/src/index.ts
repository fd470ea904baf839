export {
  isServiceError,
  ServiceError,
  type CallOptions,
  type Clock,
  type Credential,
  type ErrorKind,
  type Fetch,
  type HttpEvent,
  type Observe,
  type ServiceErrorFacts,
} from '@x/http-core';
export { createSmooch, type Smooch } from './client.js';
export type { SmoochCredential, SmoochKey } from './connection.js';
export { SmoochError } from './errors.js';
export type { MediaNaming, MediaSource } from './media/source.js';
export type { SmoochOptions, SmoochSettings } from './options.js';
export type { PostMediaOptions } from './resources/media.js';
export type { PostMessageOptions } from './resources/messages.js';
export type { EnsuredWebhook } from './resources/webhooks.js';
export type {
  Action,
  ActionContent,
  BuyAction,
  LinkAction,
  LocationRequestAction,
  PostbackAction,
  ReplyAction,
  ShareAction,
  WebviewAction,
} from './types/action.js';
export type { AppUser, AppUserProfile, AppUserResponse, Client } from './types/app-user.js';
export type { Conversation } from './types/conversation.js';
export type {
  EmailFieldContent,
  Field,
  FieldContent,
  FieldOption,
  SelectFieldContent,
  TextFieldContent,
} from './types/field.js';
export type { Item, ItemContent } from './types/item.js';
export type {
  CarouselContent,
  FileContent,
  FormContent,
  ImageContent,
  ListContent,
  LocationContent,
  MessageContent,
  TextContent,
} from './types/message-content.js';
export type {
  CarouselMessage,
  FileMessage,
  FormMessage,
  FormResponseMessage,
  ImageMessage,
  ListMessage,
  LocationMessage,
  Message,
  MessageResponse,
  MessageSource,
  OtherMessage,
  QuotedMessage,
  Role,
  TextMessage,
} from './types/message.js';
export type { Metadata, Open, Undocumented } from './types/open.js';
export type { Webhook, WebhookTrigger } from './types/webhook.js';
