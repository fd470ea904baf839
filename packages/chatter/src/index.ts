export { at } from './at.js';
export type { Chain } from './chain.js';
export { createChatter } from './client.js';
export { community, connect } from './connect.js';
export { ChatterError } from './errors.js';
export type { ChatterOptions } from './options.js';
export { pages } from './pages.js';
export type { ChatterTokens, TokenAnswer } from './tokens.js';
export type { ChatterCallOptions } from './types/call.js';
export type {
  CapabilityPage,
  Feed,
  FeedElement,
  FeedElementCapabilities,
  FeedElementInput,
  FeedElementPage,
  FeedQuery,
  StatusInput,
} from './types/feed.js';
export type { MessageBody, MessageBodyInput, MessageSegment, MessageSegmentInput } from './types/message.js';
export type { ById, Delete, Get, Patch, Post, UnknownNode } from './types/node.js';
export type { ItemOf, Page } from './types/page.js';
export type {
  Chatter,
  FeedElementNode,
  FeedElementsNode,
  FeedNode,
  FeedsNode,
  UserFeedsNode,
  UserNode,
  UsersNode,
  UsersQuery,
} from './types/tree.js';
export type { Motif, Photo, Reference, UserDetail, UserPage, UserSummary } from './types/user.js';
export {
  isServiceError,
  ServiceError,
  type CallOptions,
  type Credential,
  type CredentialStore,
  type ErrorKind,
  type HttpEvent,
  type Pages,
} from '@x/http-core';
