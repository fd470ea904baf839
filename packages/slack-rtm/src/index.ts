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
  type Pages,
  type ServiceErrorFacts,
} from '@x/http-core';
export type { ConnectionState, StateEvent } from '@x/http-core/live';
export type { WebSocketLike } from '@x/http-core/socket';
export type { SlackArguments } from './calls/arguments.js';
export { authorOf } from './author-of.js';
export { collect, type CollectOptions } from './collect.js';
export { conversationOf } from './conversation-of.js';
export { SlackError, type SlackErrorFacts } from './errors.js';
export type {
  CaughtUpEvent,
  GapEvent,
  OwnEvents,
  SlackEvent,
  SlackEvents,
  SlackFrame,
  UnknownEvent,
  UnreadableEvent,
} from './events.js';
export type { LiveOptions, ReconnectOptions, WebSocketSettings } from './live/options.js';
export type { AppInfo, RateLimit, SlackWebOptions, TokenSource } from './options.js';
export type { CatchUpChoice, CatchUpSettings, SlackRtmOptions } from './rtm/options.js';
export type { SendOptions } from './rtm/outbox.js';
export { fromPermalink, toPermalink, type PermalinkTarget } from './permalink.js';
export { isReplayed } from './catch-up/replayed.js';
export type { SentMessage } from './rtm/replies.js';
export type { UnconfirmedMessage } from './live/reply-errors.js';
export { createSlackRtm } from './rtm.js';
export { createSlackSocket } from './socket-mode.js';
export { deliveryOf, type Acknowledgeable, type Delivery } from './socket-mode/delivery.js';
export type { SlackSocketOptions } from './socket-mode/options.js';
export { isBroadcast, isThreadReply } from './thread-place.js';
export { readAnalytics, type AnalyticsArguments, type AnalyticsRecord } from './read-analytics.js';
export {
  streamMessage,
  type MessageStream,
  type StreamContent,
  type StreamedMessage,
  type StreamEnd,
  type StreamOptions,
} from './stream-message.js';
export {
  addMicros,
  compareTs,
  fromDate,
  fromMicros,
  isTs,
  isWithin,
  toDate,
  toMicros,
  type Ts,
  type TsRange,
} from './ts.js';
export type { Conversation, Note } from './types/conversation.js';
export type { AppEvents, AssistantThread, SharedLink } from './types/app-events.js';
export type { ConnectionEvents } from './types/connection-events.js';
export type { ConversationEvents, SharedInvite } from './types/conversation-events.js';
export type { EventBase, EventOf } from './types/event-base.js';
export type { SlackEventMap } from './types/event-map.js';
export type { FileEvents, SlackFile } from './types/file-events.js';
export type { MessageEvents, PinnedItem, ReactionItem, ThreadSubscription } from './types/message-events.js';
export type { DoNotDisturb, PeopleEvents } from './types/people-events.js';
export type { TeamEvents, UserGroup } from './types/team-events.js';
export type {
  ArchiveMessage,
  BotChangeMessage,
  BotMessage,
  FileMessage,
  HistoryMessage,
  MembershipMessage,
  MeMessage,
  MessageChanged,
  MessageContent,
  MessageDeleted,
  MessageEvent,
  MessageOf,
  MessageReplied,
  MessageSubtype,
  NameMessage,
  NewMessage,
  OtherMessage,
  PinMessage,
  PlainMessage,
  PurposeMessage,
  ThreadBroadcast,
  TopicMessage,
} from './types/message.js';
export type { MethodName } from './types/method-names.js';
export type { CallMethod, Methods, MethodTree } from './types/methods.js';
export type {
  ContentArguments,
  ConversationTypes,
  CursorArguments,
  HistoryArguments,
  PageArguments,
  Paging,
} from './types/methods/arguments.js';
export type { AuthorArguments, ChatMethods, PostArguments, ScheduledMessage } from './types/methods/chat.js';
export type { ConversationMethods } from './types/methods/conversations.js';
export type { FileMethods, FoundMessage } from './types/methods/files.js';
export type { MarkMethods, ReactedItem, ReactionTarget } from './types/methods/marks.js';
export type { Method } from './types/methods/method.js';
export type { IssuedToken, OAuthMethods } from './types/methods/oauth.js';
export type { PeopleMethods } from './types/methods/people.js';
export type { RtmArguments, Self, TeamMethods } from './types/methods/team.js';
export type { ResultMeta, SlackAnswer, SlackResult } from './types/result.js';
export type { Open, OtherFields, Undocumented } from './types/open.js';
export type { StreamChunk } from './types/stream-chunk.js';
export type { SlackLive } from './types/slack-live.js';
export type { RtmWelcome, SlackRtm } from './types/slack-rtm.js';
export type { ListenToEnvelopes, SlackSocket, SocketModeEvents } from './types/slack-socket.js';
export type { TypingOptions } from './rtm/typing.js';
export type {
  Authorization,
  Envelope,
  EventCallback,
  EventsApiEnvelope,
  Interaction,
  InteractiveEnvelope,
  SlashCommand,
  SlashCommandEnvelope,
  SocketModeDisconnect,
  SocketModeFrame,
  SocketModeHello,
} from './types/socket-mode.js';
export type {
  Uploadable,
  UploadDestination,
  UploadFile,
  UploadGroup,
  UploadOptions,
  UploadProgress,
  UploadSource,
} from './upload/types.js';
export { uploadFiles } from './upload/upload-files.js';
export type { Bot, Team, User, UserProfile } from './types/user.js';
export { createSlackWeb, type CallByName, type SlackWeb } from './web.js';
export {
  createWorkspace,
  type LookupOptions,
  type RtmStartAnswer,
  type Workspace,
  type WorkspaceChange,
  type WorkspaceEvents,
  type WorkspaceFinds,
  type WorkspaceLoad,
  type WorkspaceLookups,
  type WorkspaceOptions,
  type WorkspacePiece,
  type WorkspaceProgress,
  type WorkspaceSource,
} from './workspace/index.js';
export { waitFor, type WaitForOptions } from './wait-for.js';
