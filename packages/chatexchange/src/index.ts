export {
  isServiceError,
  ServiceError,
  type CallOptions,
  type Clock,
  type ErrorKind,
  type Fetch,
  type HttpEvent,
  type Observe,
  type Pages,
  type ServiceErrorFacts,
} from '@x/http-core';
export type { ChatExchange, ChatQueue } from './chat-exchange.js';
export { createChatExchange } from './client.js';
export { hasMarkdown } from './content/has-markdown.js';
export { limits } from './content/limits.js';
export { isMentioned, mention } from './content/mentions.js';
export { splitMessage } from './content/split.js';
export type { CookieStore, GivenCookies, LoginCookie, SavedCookies } from './cookie-options.js';
export { toMarkdown } from './content/to-markdown.js';
export { ChatExchangeError } from './errors.js';
export type {
  AboutMessage,
  AccessLevel,
  AccessLevelChanged,
  ChatEvent,
  ChatEventKey,
  ChatEventMap,
  ChatEventOf,
  ChatEventType,
  ChatGapEvent,
  ChatStateEvent,
  DebugMessage,
  EventBase,
  FeedTicker,
  FileAdded,
  GlobalNotification,
  Invitation,
  LiveEventMap,
  MessageDeleted,
  MessageEdited,
  MessageFlagged,
  MessageMovedIn,
  MessageMovedOut,
  MessagePosted,
  MessageReply,
  MessageStarred,
  MessageUndeleted,
  MessagesMoved,
  ModeratorFlag,
  RoomNameChanged,
  RoomTimeout,
  TimeBreak,
  UnknownEvent,
  UnreadableFrame,
  UserEntered,
  UserKicked,
  UserLeft,
  UserMentioned,
  UserMerged,
  UserNameOrAvatarChanged,
  UserNotification,
  UserSettingsChanged,
  UserSuspended,
  WireEvent,
} from './events.js';
export type { ListOptions, ListPage } from './lists.js';
export type { HistoryOptions, HistoryPage } from './message-lists.js';
export type { LoadOptions } from './model/facts.js';
export type { Lazy } from './model/lazy.js';
export type { MessageRevision } from './message-history.js';
export type { MessageFacts, MessageSnapshot } from './model/message-facts.js';
export type { Message } from './model/message.js';
export type { Room, RoomFacts, RoomSnapshot } from './model/room.js';
export type { User, UserFacts, UserSnapshot } from './model/user.js';
export type { ChatExchangeOptions, ChatHost } from './options.js';
export type { Duplicates } from './habits.js';
export type { SendOptions, Split } from './post.js';
export type { ParentUser } from './parse/user-page.js';
export type { RoomAccess } from './parse/room-list.js';
export type { RoomAccessLists } from './room-people.js';
export type { RoomsOptions, RoomsPage } from './rooms.js';
export type { FoundPage, SearchAllOptions, SearchOptions } from './search.js';
export type { StarredMessage, StarsOptions } from './stars.js';
export type { TranscriptPage } from './transcript.js';
export { stripTags, toText } from './parse/text.js';
export type { ConnectOptions } from './live/live.js';
export type { KickOptions, UserAccess } from './administration.js';
export type { Bookmark } from './bookmarks.js';
export type { DefaultAccess, NewRoom, RoomChanges, RoomSettings } from './room-settings.js';
export type { ImageSource, UploadOptions } from './upload.js';
export type { UserSearchOptions } from './users.js';
export type { EventIterator, ListenOptions } from './watch.js';
