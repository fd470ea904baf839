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
export type { Pages } from '@x/http-core';
export { createSmooch, forApp } from './client.js';
export type { SmoochCredential, SmoochKey } from './connection.js';
export { SmoochError } from './errors.js';
export type { MediaNaming, MediaSource } from './media/source.js';
export { fromV11Message } from './messages/from-v11-message.js';
export {
  buy,
  escapeShorthand,
  image,
  link,
  locationRequest,
  postback,
  reply,
  template,
  text,
  whatsAppTemplate,
  type Shorthand,
  type WhatsAppTemplate,
} from './messages/shorthand.js';
export { toV2Content } from './messages/to-v2-content.js';
export type { SmoochOptions, SmoochSettings } from './options.js';
export { appKeys } from './resources/app-keys.js';
export { appUsers, type AppUsers } from './resources/app-users.js';
export { apps, type Apps, type AppsOptions } from './resources/apps.js';
export { attachments, type AttachmentNaming, type Attachments } from './resources/attachments.js';
export { channels, type Channels } from './resources/channels.js';
export { conversation, type ConversationCalls } from './resources/conversation.js';
export type { DeletedWebhooks } from './resources/delete-all-webhooks.js';
export { deployments, type Deployments } from './resources/deployments.js';
export type { EnsuredWebhook } from './resources/ensure-webhook.js';
export { integrationMenu, type IntegrationMenu } from './resources/integration-menu.js';
export { integrations, type Integrations, type IntegrationsOptions } from './resources/integrations.js';
export type { Keys } from './resources/keys.js';
export { menu, type MenuCalls } from './resources/menu.js';
export { messageTemplates, type MessageTemplates } from './resources/message-templates.js';
export { messages, type ImageFields, type Messages } from './resources/messages.js';
export { notifications, type Notifications } from './resources/notifications.js';
export type { PostMediaOptions } from './resources/post-media.js';
export { postMessageOnce, type PostMessageOnceOptions } from './resources/post-message-once.js';
export type { PostMessageOptions } from './resources/post-message.js';
export { profile, type Profile } from './resources/profile.js';
export { serviceAccountKeys } from './resources/service-account-keys.js';
export { serviceAccounts, type ServiceAccounts } from './resources/service-accounts.js';
export { stripe, type Stripe, type StripeAnswer } from './resources/stripe.js';
export { templates, type Templates } from './resources/templates.js';
export { webhooks, type Webhooks } from './resources/webhooks.js';
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
export type { Activity, ConversationResponse } from './types/activity.js';
export type {
  AppUser,
  AppUserProfile,
  AppUserResponse,
  AppUsersMerge,
  AuthCodeResponse,
  Client,
} from './types/app-user.js';
export type { App, AppContent, AppResponse, AppSettings, AppsPage, SdkIds } from './types/app.js';
export type { AttachmentResponse, AttachmentTokens } from './types/attachment.js';
export type {
  BusinessSystem,
  BusinessSystemsResponse,
  Channel,
  ChannelEntity,
  ChannelLink,
  ChannelsPage,
  Confirmation,
  LinkRequest,
  LinkRequestsResponse,
} from './types/channel.js';
export type { Conversation } from './types/conversation.js';
export type {
  Activation,
  Deployment,
  DeploymentContent,
  DeploymentResponse,
  DeploymentsPage,
} from './types/deployment.js';
export type {
  EmailFieldContent,
  Field,
  FieldContent,
  FieldOption,
  SelectFieldContent,
  TextFieldContent,
} from './types/field.js';
export type {
  AppleIntegrationContent,
  ApnIntegrationContent,
  FcmIntegrationContent,
  Integration,
  IntegrationChanges,
  IntegrationContent,
  IntegrationResponse,
  IntegrationsPage,
  LineIntegrationContent,
  MailgunIntegrationContent,
  MessageBirdIntegrationContent,
  MessengerIntegrationContent,
  PhoneIntegrationContent,
  TokenIntegrationContent,
  TwilioIntegrationContent,
  TwitterIntegrationContent,
  WebIntegrationContent,
  WebSettings,
  WeChatIntegrationContent,
  WhatsAppIntegrationContent,
} from './types/integration.js';
export type { Item, ItemContent } from './types/item.js';
export type { JwtResponse, KeyResponse, KeysPage, SecretKey } from './types/key.js';
export type {
  Menu,
  MenuContent,
  MenuItem,
  MenuLink,
  MenuPostback,
  MenuResponse,
  Submenu,
} from './types/menu.js';
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
  MessageTemplate,
  MessageTemplateContent,
  MessageTemplateResponse,
  MessageTemplatesQuery,
  MessageTemplatesPage,
} from './types/message-template.js';
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
export type { MessagesPage, MessagesRange } from './types/messages-page.js';
export type { NotificationContent, NotificationResponse } from './types/notification.js';
export type { Metadata, Open, Undocumented } from './types/open.js';
export type { PageFacts, PageOptions } from './types/page.js';
export type { IntegrationProfile, PhotoResponse, ProfileResponse } from './types/profile.js';
export type { ServiceAccount, ServiceAccountResponse, ServiceAccountsPage } from './types/service-account.js';
export type { Smooch } from './types/smooch.js';
export type { Template, TemplateContent, TemplateResponse, TemplatesPage } from './types/template.js';
export type {
  Webhook,
  WebhookContent,
  WebhookResponse,
  WebhooksResponse,
  WebhookTrigger,
} from './types/webhook.js';
