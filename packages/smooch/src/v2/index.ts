export {
  isServiceError,
  ServiceError,
  type CallOptions,
  type Clock,
  type Credential,
  type ErrorKind,
  type Fetch,
  type Http,
  type HttpEvent,
  type Observe,
  type Pages,
  type ServiceErrorFacts,
} from '@x/http-core';
export type { SmoochCredential, SmoochKey } from '../connection.js';
export { SmoochError } from '../errors.js';
export type { MediaNaming, MediaSource } from '../media/source.js';
export { createSunshine, type Sunshine } from './client.js';
export type { KeyRotation, Keys } from './keys.js';
export type { SunshineOptions, SunshineSettings } from './options.js';
export { activities, type Activities } from './resources/activities.js';
export { appKeys } from './resources/app-keys.js';
export { apps, type Apps } from './resources/apps.js';
export { attachments, type Attachments, type UploadOptions } from './resources/attachments.js';
export { clients, type Clients } from './resources/clients.js';
export { conversations, type Conversations } from './resources/conversations.js';
export { conversionEvents, type ConversionEvents } from './resources/conversion-events.js';
export { devices, type Devices } from './resources/devices.js';
export { downloads, type Downloads } from './resources/downloads.js';
export { integrationKeys } from './resources/integration-keys.js';
export { integrations, type Integrations } from './resources/integrations.js';
export { messages, type Messages, type SendFileOptions, type SendOptions } from './resources/messages.js';
export { postMessageOnce, type PostMessageOnceOptions } from './resources/post-message-once.js';
export { participants, type Participants } from './resources/participants.js';
export { switchboardActions, type SwitchboardActions } from './resources/switchboard-actions.js';
export {
  switchboardIntegrations,
  type SwitchboardIntegrations,
} from './resources/switchboard-integrations.js';
export { switchboards, type Switchboards } from './resources/switchboards.js';
export { tokenInfo, type TokenInfo } from './resources/token-info.js';
export { users, type Users } from './resources/users.js';
export { webhooks, type EnsuredWebhook, type Webhooks } from './resources/webhooks.js';
export type {
  Action,
  ActionContent,
  BuyAction,
  LinkAction,
  LocationRequestAction,
  PostbackAction,
  ReplyAction,
  WebviewAction,
} from '../types/action.js';
export type { Metadata, MetadataChange, Open, Undocumented } from '../types/open.js';
export type { App, AppCreateBody, AppResponse, AppSettings, AppUpdateBody } from './types/app.js';
export type { Attachment, AttachmentResponse } from './types/attachment.js';
export type { ClientCreateBody, ClientResponse, DeviceResponse, MatchCriteria } from './types/client-body.js';
export type { Client, ClientType, Device } from './types/client.js';
export type {
  CarouselContentBody,
  ContentBody,
  FileContentBody,
  FormContentBody,
  ImageContentBody,
  ItemBody,
  ListContentBody,
  LocationContentBody,
  TemplateContentBody,
  TextContentBody,
} from './types/content-body.js';
export type {
  CarouselContent,
  Content,
  FileContent,
  FormContent,
  FormField,
  FormResponseContent,
  ImageContent,
  Item,
  ListContent,
  LocationContent,
  OtherContent,
  TemplateContent,
  TextContent,
} from './types/content.js';
export type {
  ConversationCreateBody,
  ConversationResponse,
  ConversationUpdateBody,
  ParticipantJoinBody,
  ParticipantLeaveBody,
  ParticipantResponse,
  UserChoice,
} from './types/conversation-body.js';
export type {
  Conversation,
  ConversationReference,
  ConversationType,
  Participant,
  ResponsibleIntegration,
} from './types/conversation.js';
export type {
  ConversionEventsBody,
  ConversionEventsResponse,
  MetaConversionEvents,
} from './types/conversion-events.js';
export type { DownloadMessageRefBody } from './types/download.js';
export type {
  IntegrationCreateBody,
  IntegrationUpdateBodies,
  IntegrationUpdateBody,
} from './types/integration-body.js';
export type {
  AndroidIntegration,
  AppleIntegration,
  CustomIntegration,
  DefaultResponder,
  InstagramIntegration,
  Integration,
  IntegrationResponse,
  IntegrationType,
  IosIntegration,
  LineIntegration,
  MailgunIntegration,
  MessageBirdIntegration,
  MessengerIntegration,
  OtherIntegration,
  PrechatCapture,
  TelegramIntegration,
  TwilioIntegration,
  TwitterIntegration,
  UnityIntegration,
  ViberIntegration,
  WebAppearance,
  WebIntegration,
  WhatsAppIntegration,
} from './types/integration.js';
export type { ApiKey, KeyCreateBody, KeyResponse } from './types/key.js';
export type {
  ActivityPost,
  AuthorBody,
  BusinessAuthor,
  Destination,
  MessageExtras,
  MessageOverride,
  MessagePost,
  MessagePostResponse,
  UserAuthor,
} from './types/message-body.js';
export type { Author, Message, QuotedMessage, Source } from './types/message.js';
export type { Meta, Page, PageCursor, PageLinks, PageOptions, PageSize } from './types/page.js';
export type {
  ControlReason,
  ControlTarget,
  Switchboard,
  SwitchboardIntegration,
  SwitchboardIntegrationCreateBody,
  SwitchboardIntegrationResponse,
  SwitchboardIntegrationUpdateBody,
  SwitchboardResponse,
  SwitchboardUpdateBody,
} from './types/switchboard.js';
export type {
  BrandChoice,
  ProfileBody,
  UserCreateBody,
  UserResponse,
  UserUpdateBody,
} from './types/user-body.js';
export type { Identity, Profile, User, UserReference } from './types/user.js';
export type { Trigger, Webhook, WebhookBody, WebhookCreateBody, WebhookResponse } from './types/webhook.js';
